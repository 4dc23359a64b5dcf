import { type Day, daysBetween } from "@/lib/core/calendar";
import { dayText, durationText } from "@/lib/format";
import type { AgendaLine } from "./agenda-line";

/** How a day stands: late, planned (and by when it was due), due, or held. */
export function standing({ isHeld, reviewId, dueOn }: AgendaLine, on: Day, today: Day): string {
  if (isHeld) return "held";
  const late = on < today ? `${durationText(daysBetween(on, today))} late` : null;
  if (reviewId === null) return late ?? "due";
  const due = dueOn && dueOn !== on ? `, due ${dayText(dueOn)}` : "";
  return late ? `planned, ${late}` : `planned${due}`;
}

/** What the clock or the note says, and the verdict of an audit. */
export function wordsOf({ words, verdict }: AgendaLine): string {
  return [verdict && `Verdict: ${verdict}`, words].filter(Boolean).join(" · ");
}
