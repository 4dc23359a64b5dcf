import type { Answers } from "@/lib/core/scorecard/answers";
import { answerWord, QUESTION_WORDS } from "@/lib/core/scorecard/questions";

/** The scorecard's answers that changed: "Champion: Active → Missing". */
export function answerChanges(then: Partial<Answers> | null, now: Partial<Answers> | null): string {
  if (!now) return "No scorecard yet";
  const keys = Object.keys(QUESTION_WORDS) as (keyof Answers)[];
  const moved = keys.filter((key) => then?.[key] !== now[key]);
  if (moved.length === 0)
    return `Unchanged: ${keys.map((key) => `${QUESTION_WORDS[key].name.toLowerCase()} ${answerWord(key, now[key]).toLowerCase()}`).join(", ")}`;
  return moved
    .map(
      (key) =>
        `${QUESTION_WORDS[key].name}: ${then ? `${answerWord(key, then[key])} → ` : ""}${answerWord(key, now[key])}`,
    )
    .join(", ");
}
