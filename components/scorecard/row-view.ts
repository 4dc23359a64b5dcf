import { toneOfCode } from "@/components/health/band-glyph";
import type { Month } from "@/lib/core/calendar";
import { Answers, type Qualitative, qualitativeOf } from "@/lib/core/scorecard/answers";
import { type Divergence, divergenceOf } from "@/lib/core/scorecard/divergence";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import {
  carriedNotes,
  type Lack,
  type Notes,
  QUESTIONS,
  type Question,
  reasonsLacking,
} from "@/lib/core/scorecard/reasons";

/** What someone has typed into a row and not confirmed. */
export type Typed = { answers: Partial<Answers>; notes: Notes };

export type CellView = {
  answer: string | undefined;
  state: "confirmed" | "given" | "carried" | "empty";
  /** The month a carried answer stands on. */
  from: Month | null;
};

export type RowView = {
  cells: Record<Question, CellView>;
  /** All three answers as they would be submitted; null while one is open. */
  answers: Answers | null;
  notes: Notes;
  lacking: Lack[];
  people: Qualitative | null;
  divergence: Divergence | null;
  showsMeasured: boolean;
  isConfirmed: boolean;
  /** Answered differently than in the month before. */
  isChanged: boolean;
  /** Answered this month, complete and with its reasons, not confirmed yet. */
  isReady: boolean;
  /** Nothing typed, nothing confirmed: the card before would stand. */
  isUnchanged: boolean;
};

/** A row as it shows: what is typed over this month's card over the one before, and what follows from it. */
export function rowView(row: GridRow, typed: Typed, hideMeasured: boolean): RowView {
  const base = row.card ?? row.previous;
  const { isTouched, given } = touchOf(row, typed);
  const cell = (question: Question): CellView => {
    const answer = typed.answers[question] ?? base?.answers[question];
    const isOfThis = row.card !== null && answer === row.card.answers[question];
    if (isOfThis && !row.handedOverOn) return { answer, state: "confirmed", from: null };
    if (typed.answers[question] !== undefined) return { answer, state: "given", from: null };
    return base && answer ? { answer, state: "carried", from: base.period } : { answer, state: "empty", from: null };
  };
  const cells = { champion: cell("champion"), executive: cell("executive"), outcome: cell("outcome") };
  const said = { answers: { ...base?.answers, ...typed.answers }, notes: typed.notes };
  const complete = Answers.safeParse(said.answers);
  const answers = complete.success ? complete.data : null;
  const people = answers && qualitativeOf(row.weights, answers);
  const divergence = divergenceOf(measuredOf(row), people, row.minGap);
  const diverges = divergence !== null;
  const lacking = reasonsLacking({ ...said, previous: base, wasBest: row.wasBest, diverges });
  return {
    ...{ cells, answers, people, divergence, lacking },
    notes: carriedNotes(said, base),
    showsMeasured:
      !hideMeasured || row.answersAs === null || (row.card !== null && !row.handedOverOn) || given === QUESTIONS.length,
    isConfirmed: row.card !== null && !row.handedOverOn && !isTouched,
    isChanged:
      row.previous !== null && QUESTIONS.some((question) => cells[question].answer !== row.previous?.answers[question]),
    isReady: isTouched && answers !== null && lacking.length === 0,
    isUnchanged: (row.card === null || row.handedOverOn !== null) && !isTouched && answers !== null,
  };
}

function touchOf(row: GridRow, { answers, notes }: Typed): { isTouched: boolean; given: number } {
  const given = QUESTIONS.filter((question) => answers[question] !== undefined);
  const differs = given.some((question) => answers[question] !== row.card?.answers[question]);
  const says = QUESTIONS.some((question) => notes[question] !== null && notes[question] !== row.card?.notes[question]);
  return { isTouched: differs || says, given: given.length };
}

function measuredOf({ score, scoreTone }: GridRow) {
  const tone = toneOfCode(scoreTone);
  return score !== null && tone ? { score, tone } : null;
}
