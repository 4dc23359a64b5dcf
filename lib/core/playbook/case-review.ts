import { type Day, daysBetween } from "@/lib/core/calendar";
import { CAUSE_BOOK, CAUSES, type Cause } from "./causes";

export type CaseKind = "loss" | "save";

/** What is asked after a loss or a save, beside its confirmed cause, which is the fifth. */
export const CASE_QUESTIONS = [
  {
    key: "happened",
    loss: "What happened, and when could it first be seen?",
    save: "What happened, and when could it first be seen?",
  },
  {
    key: "signals",
    loss: "Which signal showed it, and which did not?",
    save: "Which signal showed it, and which did not?",
  },
  { key: "done", loss: "What was done?", save: "What was done?" },
  { key: "again", loss: "What would we do otherwise?", save: "What would we do again?" },
] as const;
export type CaseAnswer = (typeof CASE_QUESTIONS)[number]["key"];

/** What is known of an account that may ask for a review: its last loss or downsell, when it last went from red to green, and when
 * either was last reviewed. */
export type CaseFacts = {
  lost: { kind: "churned" | "downsold"; decidedOn: Day } | null;
  turnedGreenOn: Day | null;
  lossReviewedOn: Day | null;
  saveReviewedOn: Day | null;
};

/** For how many days after it a loss, or a save, asks for its review. */
export const CASE_ASKED_DAYS = { loss: 180, save: 30 };

/** The review that is due, the loss first: of one since which nobody has reviewed it. Null where none is.
 * @example caseDue({ lost: { kind: "churned", decidedOn: "2026-11-18" }, turnedGreenOn: null, lossReviewedOn: null, saveReviewedOn: null }, "2026-11-30") // → { kind: "loss", since: "2026-11-18", words: "Churned 12 d ago: loss review" } */
export function caseDue(facts: CaseFacts, today: Day): { kind: CaseKind; since: Day; words: string } | null {
  const { lost, turnedGreenOn, lossReviewedOn, saveReviewedOn } = facts;
  if (lost && isAsked("loss", lost.decidedOn, lossReviewedOn, today)) {
    const what = lost.kind === "churned" ? "Churned" : "Downsold";
    return { kind: "loss", since: lost.decidedOn, words: `${what} ${agoText(lost.decidedOn, today)}: loss review` };
  }
  if (!turnedGreenOn || !isAsked("save", turnedGreenOn, saveReviewedOn, today)) return null;
  return { kind: "save", since: turnedGreenOn, words: `Red to green ${agoText(turnedGreenOn, today)}: save review` };
}

/** The cause that a text names, by its key or its name; null for others.
 * @example causeNamed("Customer's internal change") // → "internal_change" */
export function causeNamed(text: string | null): Cause | null {
  const words = text?.trim().toLowerCase();
  return CAUSES.find((cause) => cause === words || CAUSE_BOOK[cause].name === words) ?? null;
}

function isAsked(kind: CaseKind, on: Day, reviewedOn: Day | null, today: Day): boolean {
  return on <= today && daysBetween(on, today) <= CASE_ASKED_DAYS[kind] && (reviewedOn === null || reviewedOn < on);
}

function agoText(on: Day, today: Day): string {
  const days = daysBetween(on, today);
  return days === 0 ? "today" : `${days} d ago`;
}
