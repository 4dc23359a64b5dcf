import type { AnswerTexts } from "@/lib/core/health/answer-texts";
import { QUESTION_WORDS, type Wording } from "./questions";
import { QUESTIONS, type Question } from "./reasons";

/** The questions with each answer's definition as a version of the model has it, and the product's where it has none.
 * @example questionWords({ champion: { missing: "nobody named" } }).champion.options[2].means // → "nobody named"
 * @example questionWords(undefined).outcome.options[2].means // → "no agreed target" */
export function questionWords(texts: AnswerTexts | undefined): Wording {
  const worded = <Q extends Question>(question: Q): Wording[Q] => {
    const own: Readonly<Record<string, string | undefined>> = texts?.[question] ?? {};
    const words = QUESTION_WORDS[question];
    return {
      ...words,
      options: words.options.map((option) => ({ ...option, means: own[option.value] ?? option.means })),
    } as Wording[Q];
  };
  return { champion: worded("champion"), executive: worded("executive"), outcome: worded("outcome") };
}

/** The texts that differ from the product's, as a model keeps them; undefined where none does.
 * @example textsOf(questionWords({ outcome: { missing: "none yet" } })) // → { outcome: { missing: "none yet" } }
 * @example textsOf(questionWords(undefined)) // → undefined */
export function textsOf(words: Wording): AnswerTexts | undefined {
  const changed = QUESTIONS.flatMap((question) => {
    const usual = QUESTION_WORDS[question].options;
    const own = words[question].options.filter(({ means }, i) => means.trim() !== usual[i]?.means);
    return own.length > 0 ? [[question, Object.fromEntries(own.map(({ value, means }) => [value, means.trim()]))]] : [];
  });
  return changed.length > 0 ? (Object.fromEntries(changed) as AnswerTexts) : undefined;
}
