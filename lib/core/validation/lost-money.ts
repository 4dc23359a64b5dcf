import type { Decision } from "./cohort";
import type { Judged } from "./judged";

export type LostMoney = { lostCents: number; caughtCents: number; withoutAmount: number };

/** Of the ARR that was lost, how much stood below green at the cut. Losses without an amount are counted. */
export function lostMoney(cases: readonly Judged[]): LostMoney {
  const money = { lostCents: 0, caughtCents: 0, withoutAmount: 0 };
  for (const { bad, healthTone, decision } of cases) {
    if (!bad) continue;
    const lost = lostCents(decision);
    if (lost === null) {
      money.withoutAmount++;
      continue;
    }
    money.lostCents += lost;
    if (healthTone < 3) money.caughtCents += lost;
  }
  return money;
}

/** The ARR that a loss took, in minor units; null where an amount is unknown.
 * @example lostCents({ arrBeforeCents: 500, arrAfterCents: 120 }) // → 380
 * @example lostCents({ arrBeforeCents: 500, arrAfterCents: null }) // → null */
export function lostCents({
  arrBeforeCents,
  arrAfterCents,
}: Pick<Decision, "arrBeforeCents" | "arrAfterCents">): number | null {
  return arrBeforeCents === null || arrAfterCents === null ? null : Math.max(0, arrBeforeCents - arrAfterCents);
}
