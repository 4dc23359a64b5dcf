import type { KeyboardEvent } from "react";

/** The fill of each tone in a stack; no score is hatched. */
export const HATCH: Record<number, string> = {
  0: "url(#no-score-hatch)",
  1: "var(--band-red)",
  2: "var(--band-yellow)",
  3: "var(--band-green)",
};

/** The pattern of "no score". */
export function Hatch() {
  return (
    <defs>
      <pattern id="no-score-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--band-none-subtle)" />
        <rect width="2.5" height="6" fill="var(--band-none)" />
      </pattern>
    </defs>
  );
}

export function segmentId(column: number, tone: number): string {
  return `bands-${column}-${tone}`;
}

interface Props {
  box: { x: number; y: number; width: number; height: number };
  column: number;
  tone: number;
  name: string;
  href: string;
  /** Where Tab enters the chart. */
  isEntry: boolean;
  onOpen: (href: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One band of one month: a link to its accounts, with a gap of two pixels to its neighbours. */
export function BandSegment({ box, column, tone, name, href, isEntry, onOpen, onKeyDown }: Props) {
  return (
    <a
      id={segmentId(column, tone)}
      href={href}
      tabIndex={isEntry ? 0 : -1}
      aria-label={name}
      className="outline-none [&:focus-visible>rect]:stroke-ring [&:hover>rect]:opacity-80"
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
        fill={HATCH[tone]}
        strokeWidth="4"
      />
    </a>
  );
}
