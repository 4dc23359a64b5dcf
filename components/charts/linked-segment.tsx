"use client";
import { useRouter } from "next/navigation";
import type { KeyboardEvent } from "react";
import { BandSegment, type Box, segmentId } from "./band-segment";

export type Stack = { label: string; parts: readonly { tone: number; size: number }[] };
type Place = { column: number; tone: number };

interface SegmentProps {
  box: Box;
  chart: { id: string; columns: readonly Stack[] };
  at: Place;
  name: string;
  href: string;
  isEntry: boolean;
}

/** A band of a column in its chart: arrows lead to its neighbours. */
export function LinkedSegment({ chart: { id, columns }, at, ...props }: SegmentProps) {
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
