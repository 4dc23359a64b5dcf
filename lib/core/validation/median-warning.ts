import { daysBetween } from "@/lib/core/calendar";
import { isBad } from "./cohort";
import type { Judged } from "./judged";

/** Median days between the last green day and the decision, over the losses that stood below green at the cut; null of none that
 * was ever green. */
export function medianWarning(cases: readonly Judged[]): number | null {
  const days = cases
    .flatMap(({ decision, healthTone }) =>
      isBad(decision) && healthTone < 3 && decision.lastGreenOn
        ? [daysBetween(decision.lastGreenOn, decision.decidedOn)]
        : [],
    )
    .sort((a, b) => a - b);
  if (days.length === 0) return null;
  const middle = (days.length - 1) / 2;
  return ((days[Math.floor(middle)] as number) + (days[Math.ceil(middle)] as number)) / 2;
}
