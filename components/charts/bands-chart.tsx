"use client";
import { useRouter } from "next/navigation";
import type { KeyboardEvent } from "react";
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { BandSegment, HATCH, Hatch, segmentId } from "./band-segment";
import { type Bands, type Part, STACK } from "./prepare-bands";

interface Props {
  bands: Bands;
  /** What a segment is called, and the accounts that it opens; in order of columns and STACK. */
  nameOf: (column: number, part: Part) => string;
  hrefOf: (column: number, part: Part) => string;
}

export const CHART_HEIGHT = 240;
export const CHART_MARGIN = { top: 8, right: 0, bottom: 0, left: -16 };
export const AXIS_HEIGHT = 24;
const axis = { tick: { fill: "var(--muted-foreground)", fontSize: 12 }, stroke: "var(--border)", tickLine: false };

/** Bands by month as columns of shares. Tab enters the chart, arrows move in it, Enter opens the accounts. */
export function BandsChart({ bands: { columns, finding }, nameOf, hrefOf }: Props) {
  const router = useRouter();
  const last = columns.findLastIndex(({ parts }) => parts.length > 0);
  const entry = { column: last, tone: columns[last]?.parts[0]?.tone ?? 0 };
  const data = columns.map(({ label, parts }, column) => ({
    label,
    column,
    ...Object.fromEntries(parts.map((part) => [`tone${part.tone}`, part.share])),
  }));
  // Moves the one tab stop by hand: a new render would draw the focused segment anew and lose the focus.
  const move = (event: KeyboardEvent, at: Place) => {
    const next = neighbour(columns, at, event.key);
    const [old, target] = [at, next].map(
      (place) => place && document.getElementById(segmentId(place.column, place.tone)),
    );
    if (!target) return;
    event.preventDefault();
    old?.setAttribute("tabindex", "-1");
    target.setAttribute("tabindex", "0");
    target.focus();
  };
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <BarChart
        data={data}
        title={finding}
        margin={CHART_MARGIN}
        barCategoryGap="12%"
        accessibilityLayer={false}
        role="group"
      >
        <Hatch />
        <XAxis dataKey="label" height={AXIS_HEIGHT} interval={1} {...axis} />
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.5, 1]}
          tickFormatter={(share: number) => `${share * 100}%`}
          axisLine={false}
          {...axis}
        />
        {STACK.map((tone) => (
          <Bar
            key={tone}
            dataKey={`tone${tone}`}
            stackId="bands"
            isAnimationActive={false}
            fill={HATCH[tone]}
            shape={({ x, y, width, height, payload }) => {
              const { column } = payload as { column: number };
              const part = columns[column]?.parts.find((other) => other.tone === tone);
              if (!part) return <g />;
              return (
                <BandSegment
                  box={{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }}
                  column={column}
                  tone={tone}
                  name={nameOf(column, part)}
                  href={hrefOf(column, part)}
                  isEntry={entry.column === column && entry.tone === tone}
                  onOpen={(href) => router.push(href)}
                  onKeyDown={(event) => move(event, { column, tone })}
                />
              );
            }}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

type Place = { column: number; tone: number };

/** The segment that an arrow key leads to: the same band of the next month that has it, or the next band of the month. */
function neighbour(columns: Bands["columns"], { column, tone }: Place, key: string): Place | null {
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
