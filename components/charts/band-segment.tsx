import type { KeyboardEvent } from "react";

/** The fill of a tone in a chart's stack; no score is hatched. */
function hatchFill(chart: string, tone: number): string {
  return ["", "var(--band-red)", "var(--band-yellow)", "var(--band-green)"][tone] || `url(#${chart}-no-score)`;
}

/** The pattern of "no score". */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-no-score`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--band-none-subtle)" />
        <rect width="2.5" height="6" fill="var(--band-none)" />
      </pattern>
    </defs>
  );
}

export function segmentId(chart: string, column: number, tone: number): string {
  return `${chart}-${column}-${tone}`;
}

export type Box = { x: string; y: number; width: string; height: number };

interface Props {
  /** The chart's id on its page. */
  chart: string;
  /** Across in shares of the width, down in pixels. */
  box: Box;
  column: number;
  tone: number;
  name: string;
  href: string;
  /** Where Tab enters the chart. */
  isEntry: boolean;
  onOpen: (href: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One band of one column: a link to its accounts, with a gap of two pixels to its neighbours. */
export function BandSegment({ chart, box, column, tone, name, href, isEntry, onOpen, onKeyDown }: Props) {
  return (
    <a
      id={segmentId(chart, column, tone)}
      href={href}
      tabIndex={isEntry ? 0 : -1}
      aria-label={name}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(href);
      }}
    >
      <title>{name}</title>
      <rect
        x={box.x}
        y={box.y + 1}
        width={box.width}
        height={Math.max(1, box.height - 2)}
        fill={hatchFill(chart, tone)}
        strokeWidth="4"
      />
    </a>
  );
}
