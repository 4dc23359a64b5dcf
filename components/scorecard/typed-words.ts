import { answerWord, QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import type { Typed } from "./row-view";

/** What someone typed into a row: "Champion Missing “Left in May”, Outcome Defensible". */
export function typedWords({ answers, notes }: Typed): string {
  const said = QUESTIONS.flatMap((question) => {
    const parts = [
      answers[question] && answerWord(question, answers[question]),
      notes[question] && `“${notes[question]}”`,
    ];
    const text = parts.filter(Boolean).join(" ");
    return text ? [`${QUESTION_WORDS[question].name} ${text}`] : [];
  });
  return said.join(", ") || "nothing changed";
}
