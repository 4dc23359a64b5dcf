import { QUESTIONS, type Question } from "@/lib/core/scorecard/reasons";
import type { Column } from "./grid-state";

/** The question of a column; null for the account and the note. */
export function questionOf(column: Column): Question | null {
  return QUESTIONS.find((question) => question === column) ?? null;
}
