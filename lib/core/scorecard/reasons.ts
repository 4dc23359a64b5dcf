import type { Answers } from "./answers";

export const QUESTIONS = ["champion", "executive", "outcome"] as const;
export type Question = (typeof QUESTIONS)[number];
export type Notes = Record<Question, string | null>;

const BEST: Answers = { champion: "active", executive: "active", outcome: "defensible" };

export type ReasonInput = {
  answers: Answers;
  notes: Notes;
  /** The card before, or null for an account's first. */
  previous: Answers | null;
  /** Questions whose best answer was given on some card before. */
  wasBest: readonly Question[];
  diverges: boolean;
};

/** The questions of a card that still lack a reason: an answer that changed, a best answer given for the first time
 * (its evidence: a name, a date or a number), and, where the card diverges from the score and says nothing at all, the
 * champion's. A reason carried over from the card before counts only where the answer did not change.
 * @example reasonsLacking({ answers: { champion: "missing", executive: "active", outcome: "defensible" }, notes: { champion: null, executive: null, outcome: null }, previous: { champion: "active", executive: "active", outcome: "defensible" }, wasBest: ["champion", "executive", "outcome"], diverges: false }) // → ["champion"] */
export function reasonsLacking({ answers, notes, previous, wasBest, diverges }: ReasonInput): Question[] {
  const written = (question: Question) => (notes[question] ?? "").trim() !== "";
  const lacking = QUESTIONS.filter((question) => {
    const changed = previous !== null && previous[question] !== answers[question];
    const firstBest = answers[question] === BEST[question] && !wasBest.includes(question);
    return (changed || firstBest) && !written(question);
  });
  const isSilent = !QUESTIONS.some(written);
  return lacking.length === 0 && diverges && isSilent ? ["champion"] : lacking;
}
