"use client";
import type { ReactNode } from "react";
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { Hatch, hatchFill } from "./band-segment";
import { LinkedSegment, type Stack } from "./linked-segment";
import { PLOT } from "./plot";

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
