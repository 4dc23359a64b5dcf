"use client";
import type { ReactNode } from "react";
import { Hatch } from "./band-segment";
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
}

/** From the baseline up: red, yellow, green, no score. */
const STACK = [1, 2, 3, 0] as const;
const HEIGHT = 240;
/** What a column leaves free on either side, as a share of its place. */
const GAP = 0.12;
const text = "fill-muted-foreground text-xs";

/** Columns of bands, as wide as there is room: places across are shares of the width, so that the server can draw them. Tab
 * enters the chart, arrows move in it, Enter opens the accounts. */
export function StackChart({ id, title, columns, top, ticks, tickText, nameOf, hrefOf, over, interval = 1 }: Props) {
  const last = columns.findLastIndex(({ parts }) => parts.length > 0);
  const entryTone = columns[last]?.parts[0]?.tone ?? 0;
  const places = columns.map((column, at) => ({ ...column, at }));
  const across = (at: number) => `${(100 * at) / columns.length}%`;
  const down = (value: number) => PLOT.top + PLOT.height * (1 - value / top);
  const segment = (column: number, tone: number, from: number, size: number) => (
    <LinkedSegment
      key={tone}
      box={{ x: across(column + GAP), width: across(1 - 2 * GAP), y: down(from + size), height: down(0) - down(size) }}
      chart={{ id, columns }}
      at={{ column, tone }}
      name={nameOf(column, tone)}
      href={hrefOf(column, tone)}
      isEntry={column === last && tone === entryTone}
    />
  );
  return (
    <div style={{ height: HEIGHT, paddingLeft: PLOT.left }}>
      <svg
        aria-labelledby={`${id}-title`}
        className="block size-full overflow-visible [&_a:focus-visible>rect]:stroke-ring [&_a:hover>rect]:opacity-80 [&_a]:outline-none"
      >
        <title id={`${id}-title`}>{title}</title>
        <Hatch id={id} />
        {ticks.map((tick) => (
          <text key={tick} x={-8} y={down(tick)} dy="0.355em" textAnchor="end" className={text}>
            {tickText(tick)}
          </text>
        ))}
        <line x1="0" x2="100%" y1={down(0)} y2={down(0)} className="stroke-border" />
        {places.map(({ at, label, parts }) => (
          <g key={at}>
            {at % (interval + 1) === 0 && (
              <text x={across(at + 0.5)} y={down(0) + 8} dy="0.71em" textAnchor="middle" className={text}>
                {label}
              </text>
            )}
            {stacked(parts).map(({ tone, from, size }) => segment(at, tone, from, size))}
          </g>
        ))}
        {over && (
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${columns.length} 1`}
            preserveAspectRatio="none"
            y={PLOT.top}
            width="100%"
            height={PLOT.height}
            className="pointer-events-none overflow-visible"
          >
            {over}
          </svg>
        )}
      </svg>
    </div>
  );
}

/** The parts of a column in their order, each with where it begins. */
function stacked(parts: Stack["parts"]) {
  let from = 0;
  return STACK.flatMap((tone) => {
    const part = parts.find((other) => other.tone === tone);
    if (!part) return [];
    from += part.size;
    return [{ tone, size: part.size, from: from - part.size }];
  });
}
