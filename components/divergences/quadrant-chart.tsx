"use client";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis, ZAxis } from "recharts";
import { toneOfCode } from "@/components/health/band-glyph";
import { moneyShort } from "@/lib/format";
import { paths } from "@/lib/paths";
import { type PlacedDot, placeDots, type QuadrantDot } from "./prepare-quadrant";

interface Props {
  title: string;
  dots: readonly QuadrantDot[];
  edges: { measured: readonly number[]; people: readonly number[] };
  /** The account whose row is active. */
  lit: number | null;
  currency: string;
}

const axis = { tick: { fill: "var(--muted-foreground)", fontSize: 12 }, stroke: "var(--border)" };
const CORNERS = [
  { words: "Misread: looks red, people strong", className: "top-2 left-14" },
  { words: "Healthy", className: "top-2 right-3" },
  { words: "Real risk", className: "bottom-13 left-14" },
  { words: "Blind spot: looks green, people gone", className: "bottom-13 right-3" },
];

/** Measured along, people up, one mark an account in the shape of its health band; the lines are where bands begin. */
export function QuadrantChart({ title, dots, edges, lit, currency }: Props) {
  const router = useRouter();
  const placed = useMemo(() => placeDots(dots, edges.measured), [dots, edges]);
  return (
    <div className="relative">
      <ResponsiveContainer width="100%" height={420}>
        <ScatterChart title={title} margin={{ top: 28, right: 12, bottom: 16, left: -8 }} accessibilityLayer={false}>
          <XAxis
            {...axis}
            dataKey="x"
            type="number"
            domain={[0, 100]}
            ticks={[0, 25, 50, 75, 100]}
            label={{
              value: "Measured",
              position: "insideBottom",
              offset: -8,
              fill: "var(--muted-foreground)",
              fontSize: 12,
            }}
          />
          <YAxis
            {...axis}
            dataKey="y"
            type="number"
            domain={[0, 100]}
            ticks={[0, 25, 50, 75, 100]}
            label={{
              value: "People say",
              angle: -90,
              position: "insideLeft",
              offset: 16,
              fill: "var(--muted-foreground)",
              fontSize: 12,
            }}
          />
          <ZAxis dataKey="size" range={[30, 260]} />
          {edges.measured.map((x) => (
            <ReferenceLine key={`x${x}`} x={x} stroke="var(--input)" strokeDasharray="3 3" />
          ))}
          {edges.people.map((y) => (
            <ReferenceLine key={`y${y}`} y={y} stroke="var(--input)" strokeDasharray="3 3" />
          ))}
          <Tooltip
            isAnimationActive={false}
            content={({ payload }) => <Said dot={payload[0]?.payload} currency={currency} />}
          />
          <Scatter
            data={placed}
            isAnimationActive={false}
            shape={(props: { cx?: number; cy?: number; payload?: PlacedDot }) => (
              <Mark {...props} isLit={props.payload?.accountId === lit} />
            )}
            onClick={({ payload }: { payload?: PlacedDot }) =>
              payload?.slug && router.push(paths.account(payload.slug))
            }
          />
        </ScatterChart>
      </ResponsiveContainer>
      {CORNERS.map(({ words, className }) => (
        <span
          key={words}
          aria-hidden
          className={`pointer-events-none absolute text-muted-foreground text-xs ${className}`}
        >
          {words}
        </span>
      ))}
    </div>
  );
}

/** Beyond these a name stands inwards of its mark: it would be cut, or lie on the name of the corner. */
const [AT_LEFT, AT_RIGHT, TOP, FOOT] = [15, 85, 94, 8];

/** Circle, triangle or octagon as bands have them; the active row's mark is ringed. */
function Mark({ cx = 0, cy = 0, payload, isLit }: { cx?: number; cy?: number; payload?: PlacedDot; isLit: boolean }) {
  if (!payload) return null;
  const tone = toneOfCode(payload.tone) ?? "none";
  const r = Math.sqrt(payload.size / Math.PI);
  const corners = (n: number, turn: number) =>
    Array.from({ length: n }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / n;
      return `${cx + r * 1.15 * Math.cos(angle)},${cy + r * 1.15 * Math.sin(angle)}`;
    }).join(" ");
  const anchor = payload.x < AT_LEFT ? "start" : payload.x > AT_RIGHT ? "end" : "middle";
  const look = { fill: `var(--band-${tone})`, fillOpacity: 0.75, stroke: "var(--card)", strokeWidth: 1 };
  return (
    <g className={payload.slug ? "cursor-pointer" : undefined}>
      {tone === "yellow" ? (
        <polygon points={corners(3, -Math.PI / 2)} {...look} />
      ) : tone === "red" ? (
        <polygon points={corners(8, Math.PI / 8)} {...look} />
      ) : (
        <circle cx={cx} cy={cy} r={r} {...look} />
      )}
      {isLit && <circle cx={cx} cy={cy} r={r + 4} fill="none" stroke="var(--foreground)" strokeWidth={2} />}
      {payload.label && (
        <text
          x={cx + { start: -r, middle: 0, end: r }[anchor]}
          y={payload.y > TOP ? cy + r + 12 : cy - r - (payload.y < FOOT ? 16 : 4)}
          textAnchor={anchor}
          fontSize={11}
          fill="var(--foreground)"
          stroke="var(--card)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {payload.label.length > 18 ? `${payload.label.slice(0, 17)}…` : payload.label}
        </text>
      )}
    </g>
  );
}

function Said({ dot, currency }: { dot: PlacedDot | undefined; currency: string }) {
  if (!dot) return null;
  return (
    <div className="rounded-control border border-input bg-card px-2 py-1 text-xs shadow-popover">
      <p className="font-medium">{dot.name || `${dot.accounts} accounts`}</p>
      <p className="text-muted-foreground">
        {Math.floor(dot.score)} measured · {Math.floor(dot.people)} people say · {moneyShort(dot.arrCents, currency)}
      </p>
    </div>
  );
}
