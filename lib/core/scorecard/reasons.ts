import { z } from "zod";
import type { Answers } from "./answers";

export const QUESTIONS = ["champion", "executive", "outcome"] as const;
export type Question = (typeof QUESTIONS)[number];

const Note = z.string().trim().max(500, "A reason has at most 500 characters.").nullable();
/** The reasons of a card, one a question. */
export const CardNotes = z.strictObject({ champion: Note, executive: Note, outcome: Note });
export type Notes = z.output<typeof CardNotes>;

const BEST: Answers = { champion: "active", executive: "active", outcome: "defensible" };

/** What was said before. */
export type Said = { answers: Answers; notes: Notes };

/** What is being said: answers may still be open. */
type Saying = { answers: Partial<Answers>; notes: Notes };

export type ReasonInput = Saying & {
  /** The card before, or null for an account's first. */
  previous: Said | null;
  /** Questions whose best answer was given on some card before. */
  wasBest: readonly Question[];
  diverges: boolean;
};

export type Lack = { question: Question; why: "changed" | "first_best" | "diverges" };

/** Digits alone are the next answers' keys, typed into a note that opened under them. */
const isBlank = (note: string | null) => !/[^\s1-4]/.test(note ?? "");

/** The notes of a card once unchanged answers that say nothing new have kept the reason of the card before.
 * @example carriedNotes({ answers: { champion: "active", executive: "none", outcome: "missing" }, notes: { champion: null, executive: null, outcome: null } }, { answers: { champion: "active", executive: "active", outcome: "missing" }, notes: { champion: "Ana", executive: "Met", outcome: null } }) // → { champion: "Ana", executive: null, outcome: null } */
export function carriedNotes({ answers, notes }: Saying, previous: Said | null): Notes {
  const noteOf = (question: Question) => {
    if (!isBlank(notes[question])) return notes[question];
    return previous && previous.answers[question] === answers[question] ? previous.notes[question] : null;
  };
  return { champion: noteOf("champion"), executive: noteOf("executive"), outcome: noteOf("outcome") };
}

/** The questions answered so far that still lack a reason, and why: an answer that changed, a best answer given for the first time
 * (its evidence: a name, a date or a number), and, where the card diverges from the score and says nothing at all, the
 * champion's. The reason of the card before counts only where the answer did not change; the keys of answers (1 2 3 4) alone are none.
 * @example reasonsLacking({ answers: { champion: "missing", executive: "active", outcome: "defensible" }, notes: { champion: null, executive: null, outcome: null }, previous: { answers: { champion: "active", executive: "active", outcome: "defensible" }, notes: { champion: "Ana", executive: null, outcome: null } }, wasBest: ["champion", "executive", "outcome"], diverges: false }) // → [{ question: "champion", why: "changed" }] */
export function reasonsLacking({ answers, notes, previous, wasBest, diverges }: ReasonInput): Lack[] {
  const kept = carriedNotes({ answers, notes }, previous);
  const lacking = QUESTIONS.flatMap((question): Lack[] => {
    if (answers[question] === undefined) return [];
    const changed = previous !== null && previous.answers[question] !== answers[question];
    const firstBest = answers[question] === BEST[question] && !wasBest.includes(question);
    if (!changed && !firstBest) return [];
    const isOld = changed && kept[question]?.trim() === previous.notes[question]?.trim();
    return isBlank(kept[question]) || isOld ? [{ question, why: changed ? "changed" : "first_best" }] : [];
  });
  const isSilent = QUESTIONS.every((question) => isBlank(kept[question]));
  return lacking.length === 0 && diverges && isSilent ? [{ question: "champion", why: "diverges" }] : lacking;
}
