"use client";
import { ComposedChart, ErrorBar, ReferenceLine, Scatter, XAxis, YAxis, ZAxis } from "recharts";
import type { ReliabilityDot } from "./prepare-reliability";

const axis = { tick: { fill: "var(--muted-foreground)", fontSize: 12 }, stroke: "var(--border)" };
const label = { fill: "var(--muted-foreground)", fontSize: 12 };
const ENDS = [
  { x: 0, y: 0 },
  { x: 100, y: 100 },
] as const;

interface DotProps {
  cx?: number;
  cy?: number;
  payload?: ReliabilityDot;
}

/** What was said against what came, in percent; on the line both are the same. Hollow dots stand for fewer than 10 decisions. */
export function ReliabilityChart({ title, dots }: { title: string; dots: readonly ReliabilityDot[] }) {
  return (
    <ComposedChart
      width={320}
      height={320}
      title={title}
      data={[...dots]}
      margin={{ top: 12, right: 16, bottom: 20, left: -8 }}
      accessibilityLayer={false}
    >
      <XAxis
        {...axis}
        dataKey="x"
        type="number"
        domain={[0, 100]}
        ticks={[0, 25, 50, 75, 100]}
        label={{ ...label, value: "Said: % lost", position: "insideBottom", offset: -10 }}
      />
      <YAxis
        {...axis}
        dataKey="y"
        type="number"
        domain={[0, 100]}
        ticks={[0, 25, 50, 75, 100]}
        label={{ ...label, value: "Came: % lost", angle: -90, position: "insideLeft", offset: 18 }}
      />
      <ZAxis dataKey="n" range={[60, 240]} />
      <ReferenceLine segment={ENDS} stroke="var(--muted-foreground)" strokeDasharray="4 4" />
      <Scatter dataKey="y" shape={Dot} isAnimationActive={false}>
        <ErrorBar dataKey="error" direction="y" width={6} stroke="var(--primary)" isAnimationActive={false} />
      </Scatter>
    </ComposedChart>
  );
}

function Dot({ cx = 0, cy = 0, payload }: DotProps) {
  if (!payload) return null;
  const radius = Math.min(14, 3 + Math.sqrt(payload.n));
  return (
    <g>
      <circle
        cx={cx}
        cy={cy}
        r={radius}
        stroke="var(--primary)"
        strokeWidth={2}
        fill={payload.isFew ? "var(--card)" : "var(--primary)"}
      />
      <text x={cx + radius + 4} y={cy + 4} fontSize={12} fill="var(--foreground)">
        n {payload.n}
      </text>
    </g>
  );
}
