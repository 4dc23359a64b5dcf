import type { Day, Month } from "@/lib/core/calendar";
import type { Overlay } from "@/lib/core/health/model";
import type { Answers } from "./answers";
import type { Notes, Question } from "./reasons";
import type { RecordedAs } from "./recorded-as";

export type SubmittedCard = {
  period: Month;
  version: number;
  answers: Answers;
  notes: Notes;
  author: string | null;
  submittedOn: Day;
};

/** What is typed but not submitted; version 0 is no draft yet. */
export type DraftCard = { version: number; answers: Partial<Answers>; notes: Notes; author: string | null };

/** The health of an account as people see it, and whether score and card disagree. */
export type ShownHealth = {
  accountId: number;
  health: number | null;
  /** 0 insufficient data, 1 red, 2 yellow, 3 green. */
  tone: number;
  diverges: boolean;
};

/** An account's row in the month's grid of scorecards. */
export type GridRow = ShownHealth & {
  slug: string;
  name: string;
  segment: string | null;
  arrCents: number | null;
  endsOn: Day | null;
  decideBy: Day | null;
  score: number | null;
  scoreTone: number;
  weights: Overlay["weights"];
  minGap: number;
  /** The latest card of an earlier month, the card of this month, and what is typed but not submitted. */
  previous: SubmittedCard | null;
  card: SubmittedCard | null;
  draft: DraftCard | null;
  /** Someone's disagreement with this month's card. */
  challenge: SubmittedCard | null;
  wasBest: Question[];
  /** As whom the viewer would answer; null where they may not. */
  answersAs: RecordedAs | null;
  /** Who is to answer: the AM, else the CSM, or the other way round. */
  filler: string | null;
};
