import { type Answers, CHAMPION, EXECUTIVE, OUTCOME } from "./answers";
import type { Question } from "./reasons";

type Option<Q extends Question> = { value: Answers[Q]; word: string; means: string };
export type Wording = { [Q in Question]: { name: string; asks: string; options: readonly Option<Q>[] } };

/** The three questions with the written definition of each answer, best first. */
export const QUESTION_WORDS: Wording = {
  champion: {
    name: "Champion",
    asks: "Who argues for us inside the customer?",
    options: [
      { value: "active", word: "Active", means: "named, two-way contact within 45 days, argued for us this quarter" },
      { value: "at_risk", word: "At risk", means: "silent longer, moving or losing influence" },
      { value: "missing", word: "Missing", means: "left, unknown, or never had one" },
    ],
  },
  executive: {
    name: "Executive",
    asks: "Is the sponsor or budget owner with us?",
    options: [
      { value: "active", word: "Active", means: "sponsor or budget owner engaged within 90 days" },
      { value: "lapsed", word: "Lapsed", means: "last engaged 91 to 180 days ago" },
      { value: "none", word: "None", means: "longer ago, never, or a new one not met yet" },
      { value: "n/a", word: "Not applicable", means: "a segment without one; its weight goes to the other answers" },
    ],
  },
  outcome: {
    name: "Outcome",
    asks: "Can the customer say what it gained?",
    options: [
      {
        value: "defensible",
        word: "Defensible",
        means: "the customer states a measured result against its business case and has shared it inside",
      },
      { value: "in_development", word: "In development", means: "target agreed, not measured yet" },
      { value: "missing", word: "Missing", means: "no agreed target" },
    ],
  },
};

/** An answer's rank among its question's: 0 best, 1 middle, 2 worst; null for "n/a" and where there is none.
 * @example rankOf("outcome", "in_development") // → 1
 * @example rankOf("executive", "n/a") // → null */
export function rankOf(question: Question, answer: string | undefined): number | null {
  const ranked: readonly string[] = { champion: CHAMPION, executive: EXECUTIVE, outcome: OUTCOME }[question];
  const rank = answer === undefined ? -1 : ranked.indexOf(answer);
  return rank < 0 ? null : rank;
}

/** The word of an answer on screen.
 * @example answerWord("champion", "at_risk") // → "At risk" */
export function answerWord(question: Question, answer: string | undefined): string {
  return QUESTION_WORDS[question].options.find(({ value }) => value === answer)?.word ?? "—";
}
