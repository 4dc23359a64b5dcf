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
  /** As whom its author answered; "import" where a file or a program did. */
  recordedAs: RecordedAs | "import";
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
  /** Twelve weekly points of health, oldest first, and the change within 30 days. */
  sparkline: (number | null)[];
  delta30: number | null;
  /** When the account's next card is due, as of the run. */
  cardDueOn: Day | null;
  /** The day on which the account came to another person, where this month's card is from before it: it is to be confirmed again. */
  handedOverOn: Day | null;
  /** The day on which who is to answer submitted the month, and nobody has reopened it: its cards are locked. */
  lockedOn: Day | null;
  /** Who is to answer: the AM, else the CSM, or the other way round. */
  filler: string | null;
};

/** The last day on which an account's card counts, its health now, and what it would be the day after. */
export type CardExpiry = { accountId: number; on: Day; health: number | null; after: number | null };
