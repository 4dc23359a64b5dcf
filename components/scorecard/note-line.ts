import { type Notes, QUESTIONS } from "@/lib/core/scorecard/reasons";

/** A row's reasons on one line. */
export function noteLine(notes: Notes): string {
  return QUESTIONS.flatMap((question) => notes[question] ?? []).join(" · ");
}
