import type { Answers } from "./answers";
import { QUESTION_WORDS } from "./questions";
import type { Question } from "./reasons";

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ");

/** The answer that a text names, by its word on screen or as it is stored, whatever its case; null where it names none.
 * @example answerOf("champion", " at RISK ") // → "at_risk"
 * @example answerOf("outcome", "in_development") // → "in_development"
 * @example answerOf("executive", "Not applicable") // → "n/a"
 * @example answerOf("champion", "lapsed") // → null */
export function answerOf<Q extends Question>(question: Q, text: string): Answers[Q] | null {
  const asked = plain(text);
  const found = QUESTION_WORDS[question].options.find(
    ({ value, word }) => plain(value) === asked || plain(word) === asked || (value === "n/a" && asked === "na"),
  );
  return (found?.value as Answers[Q] | undefined) ?? null;
}
