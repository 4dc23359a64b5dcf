"use client";
import { useRouter } from "next/navigation";
import type { KeyboardEvent, ReactNode } from "react";
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { BandSegment, Hatch, hatchFill, segmentId } from "./band-segment";
import { PLOT } from "./plot";

export type Stack = { label: string; parts: readonly { tone: number; size: number }[] };

interface Props {
  /** Of this chart on its page. */
  id: string;
  title: string;
  columns: readonly Stack[];
  /** The top of the axis and its ticks. */
  top: number;
  ticks: readonly number[];
  tickText: (value: number) => string;
  nameOf: (column: number, tone: number) => string;
  hrefOf: (column: number, tone: number) => string;
  /** Drawn over the plot, which is as many wide as there are columns and 1 high from the top. */
  over?: ReactNode;
  /** Labels every so many columns, beside the first. */
  interval?: number;
  /** Fixed, for paper; else as wide as there is room. */
  width?: number;
}

/** From the baseline up: red, yellow, green, no score. */
const STACK = [1, 2, 3, 0] as const;
const HEIGHT = 240;
const axis = { tick: { fill: "var(--muted-foreground)", fontSize: 12 }, stroke: "var(--border)", tickLine: false };

/** Columns of bands. Tab enters the chart, arrows move in it, Enter opens the accounts. */
export function StackChart(props: Props) {
  const { id, columns, over, width } = props;
  const chart = chartOf(props);
  return (
    <div className="relative" style={width ? { width } : undefined}>
      {width ? (
        chart
      ) : (
        <ResponsiveContainer width="100%" height={HEIGHT}>
          {chart}
        </ResponsiveContainer>
      )}
      {over && (
        <svg
          key={id}
          aria-hidden="true"
          viewBox={`0 0 ${columns.length} 1`}
          preserveAspectRatio="none"
          className="pointer-events-none absolute overflow-visible"
          style={{ left: PLOT.left, top: PLOT.top, height: PLOT.height, width: `calc(100% - ${PLOT.left}px)` }}
        >
          {over}
        </svg>
      )}
    </div>
  );
}

/** A function, not a component: the container tells its child how wide it is. */
function chartOf({ id, title, columns, top, ticks, tickText, nameOf, hrefOf, interval = 1, width }: Props) {
  const last = columns.findLastIndex(({ parts }) => parts.length > 0);
  const entry = { column: last, tone: columns[last]?.parts[0]?.tone ?? 0 };
  const data = columns.map(({ label, parts }, column) => ({
    label,
    column,
    ...Object.fromEntries(parts.map((part) => [`tone${part.tone}`, part.size])),
  }));
  return (
    <BarChart
      data={data}
      title={title}
      margin={{ top: PLOT.top, right: 0, bottom: 0, left: PLOT.left - 60 }}
      barCategoryGap="12%"
      accessibilityLayer={false}
      role="group"
      {...(width !== undefined && { width, height: HEIGHT })}
    >
      <Hatch id={id} />
      <XAxis dataKey="label" height={HEIGHT - PLOT.top - PLOT.height} interval={interval} {...axis} />
      <YAxis domain={[0, top]} ticks={[...ticks]} tickFormatter={tickText} axisLine={false} {...axis} />
      {STACK.map((tone) => (
        <Bar
          key={tone}
          dataKey={`tone${tone}`}
          stackId={id}
          isAnimationActive={false}
          fill={hatchFill(id, tone)}
          shape={({ x, y, width: wide, height, payload }) => {
            const { column } = payload as { column: number };
            if (!columns[column]?.parts.some((part) => part.tone === tone)) return <g />;
            return (
              <LinkedSegment
                box={{ x: Number(x), y: Number(y), width: Number(wide), height: Number(height) }}
                chart={{ id, columns }}
                at={{ column, tone }}
                name={nameOf(column, tone)}
                href={hrefOf(column, tone)}
                isEntry={entry.column === column && entry.tone === tone}
              />
            );
          }}
        />
      ))}
    </BarChart>
  );
}

type Place = { column: number; tone: number };

interface SegmentProps {
  box: { x: number; y: number; width: number; height: number };
  chart: { id: string; columns: readonly Stack[] };
  at: Place;
  name: string;
  href: string;
  isEntry: boolean;
}

function LinkedSegment({ chart: { id, columns }, at, ...props }: SegmentProps) {
  const router = useRouter();
  // Moves the one tab stop by hand: a new render would draw the focused segment anew and lose the focus.
  const move = (event: KeyboardEvent) => {
    const next = neighbour(columns, at, event.key);
    const target = next && document.getElementById(segmentId(id, next.column, next.tone));
    if (!target) return;
    event.preventDefault();
    document.getElementById(segmentId(id, at.column, at.tone))?.setAttribute("tabindex", "-1");
    target.setAttribute("tabindex", "0");
    target.focus();
  };
  return <BandSegment {...props} chart={id} {...at} onOpen={(href) => router.push(href)} onKeyDown={move} />;
}

/** The segment that an arrow key leads to: the same band of the next column that has it, or the next band of the column. */
function neighbour(columns: readonly Stack[], { column, tone }: Place, key: string): Place | null {
  const tones = columns[column]?.parts.map((part) => part.tone) ?? [];
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step) {
    for (let i = column + step; columns[i]; i += step) {
      const parts = columns[i]?.parts ?? [];
      const part = parts.find((other) => other.tone === tone) ?? parts[0];
      if (part) return { column: i, tone: part.tone };
    }
    return null;
  }
  const rise = { ArrowDown: -1, ArrowUp: 1 }[key];
  const next = rise ? tones[tones.indexOf(tone) + rise] : undefined;
  return next === undefined ? null : { column, tone: next };
}
