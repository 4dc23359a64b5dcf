import type { Auc } from "./auc";

/** Fewer outcomes than these carry no percentage. */
export const FEWEST_OUTCOMES = 30;

export const VERDICTS = [
  "too few outcomes",
  "one kind of outcome only",
  "no better than chance",
  "worse than chance",
  "better than chance",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What may be said of a score: where the 95% interval of its AUC includes 0.5 it is no better than chance. Below 30 outcomes
 * nothing is said, and with one kind of outcome there is nothing to tell apart.
 * @example verdictOf(124, { auc: 0.6, low: 0.49, high: 0.71, bad: 60, good: 64 }) // → "no better than chance"
 * @example verdictOf(29, null) // → "too few outcomes" */
export function verdictOf(n: number, auc: Auc | null): Verdict {
  if (n < FEWEST_OUTCOMES) return "too few outcomes";
  if (!auc) return "one kind of outcome only";
  if (auc.low <= 0.5 && auc.high >= 0.5) return "no better than chance";
  return auc.high < 0.5 ? "worse than chance" : "better than chance";
}
