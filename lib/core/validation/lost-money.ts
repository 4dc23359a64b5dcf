import type { Judged } from "./judged";

export type LostMoney = { lostCents: number; caughtCents: number; withoutAmount: number };

/** Of the ARR that was lost, how much stood below green at the cut. Losses without an amount are counted. */
export function lostMoney(cases: readonly Judged[]): LostMoney {
  const money = { lostCents: 0, caughtCents: 0, withoutAmount: 0 };
  for (const { bad, healthTone, decision } of cases) {
    if (!bad) continue;
    const { arrBeforeCents, arrAfterCents } = decision;
    if (arrBeforeCents === null || arrAfterCents === null) {
      money.withoutAmount++;
      continue;
    }
    const lost = Math.max(0, arrBeforeCents - arrAfterCents);
    money.lostCents += lost;
    if (healthTone < 3) money.caughtCents += lost;
  }
  return money;
}
