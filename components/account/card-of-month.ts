import type { Day, Month } from "@/lib/core/calendar";
import type { Answers } from "@/lib/core/scorecard/answers";
import type { Wording } from "@/lib/core/scorecard/questions";
import { type Notes, QUESTIONS, type Question } from "@/lib/core/scorecard/reasons";

export type CardOfMonth = {
  period: Month;
  version: number;
  answers: Partial<Answers>;
  notes: Notes;
  author: string | null;
  recordedAs: string;
  submittedOn: Day;
  /** What each answer meant when the card was given. */
  meanings: Wording;
};

/** The questions whose reason was written with this card, not carried over from the one before. */
export function freshNotes(card: CardOfMonth, before: CardOfMonth | undefined): Question[] {
  return QUESTIONS.filter((question) => card.notes[question] && card.notes[question] !== before?.notes[question]);
}
