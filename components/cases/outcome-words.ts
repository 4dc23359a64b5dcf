import { causeWords } from "@/components/effect/effect-words";
import { CASE_QUESTIONS, type CaseAnswer, type CaseKind, causeNamed } from "@/lib/core/playbook/case-review";

export const OUTCOME_NAMES = {
  renewed: "Renewed",
  expanded: "Expanded",
  downsold: "Downsold",
  churned: "Churned",
} as const;
export type OutcomeKind = keyof typeof OUTCOME_NAMES;

/** The question as it is asked of a loss or a save. */
export function questionOf(kind: CaseKind, key: CaseAnswer): string {
  const question = CASE_QUESTIONS.find((other) => other.key === key);
  return question?.[kind] ?? key;
}

/** A cause as it was imported or confirmed, in one spelling. */
export function causeText(cause: string | null): string {
  if (cause === null) return "no cause given";
  return causeWords(causeNamed(cause) ?? cause).toLowerCase();
}

export function avoidableText(avoidable: boolean | null): string {
  return avoidable === null ? "" : avoidable ? ", avoidable" : ", not avoidable";
}
