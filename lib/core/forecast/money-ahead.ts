import type { RenewalChance } from "@/lib/core/validation/renewal-probability";
import { sigmoid } from "@/lib/core/validation/sigmoid";
import type { LossKept } from "./loss-kept";

export type AtStake = { arrCents: number; chance: RenewalChance };
export type MoneyAhead = { n: number; arrCents: number; expectedCents: number; lowCents: number; highCents: number };

/** The standard normal's 95% quantile: chances carry 90% intervals. */
const Z90 = 1.6448536269514722;

/** What renewals are worth: Σ ARR × (chance + (1 − chance) × what a loss keeps), with a 90% interval by simulation. Each draw shifts
 * all chances together within their intervals (they come from one calibration) and then lets each renewal fall for itself: kept in
 * full, or as one of the past losses was (`shares`; none: a loss is whole). The random numbers (0 ≤ x < 1) are handed in. Nothing at stake: zeros. Throws on fewer than one draw.
 * @example moneyAhead([{ arrCents: 100, chance: { chance: 1, low: 1, high: 1 } }], { draws: 9, random: () => 0.5 }) // → { n: 1, arrCents: 100, expectedCents: 100, lowCents: 100, highCents: 100 } */
export function moneyAhead(
  stakes: readonly AtStake[],
  {
    draws,
    random,
    kept = null,
  }: { draws: number; random: () => number; kept?: Pick<LossKept, "shares" | "mean"> | null },
): MoneyAhead {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError("moneyAhead requires at least one draw");
  const logits = stakes.map(({ chance }) => {
    const middle = logit(chance.chance);
    return { middle, down: (middle - logit(chance.low)) / Z90, up: (logit(chance.high) - middle) / Z90 };
  });
  const sums = Array.from({ length: draws }, () => {
    const shift = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let sum = 0;
    for (const [i, { middle, down, up }] of logits.entries()) {
      const { arrCents } = stakes[i] as AtStake;
      if (random() < sigmoid(middle + shift * (shift < 0 ? down : up))) sum += arrCents;
      else if (kept) sum += Math.round(arrCents * (kept.shares[Math.floor(random() * kept.shares.length)] ?? 0));
    }
    return sum;
  }).sort((a, b) => a - b);
  const place = (share: number) => sums[Math.min(draws - 1, Math.floor(share * draws))] as number;
  return {
    n: stakes.length,
    arrCents: stakes.reduce((sum, { arrCents }) => sum + arrCents, 0),
    expectedCents: Math.round(
      stakes.reduce((sum, { arrCents, chance }) => sum + arrCents * keptOf(chance.chance, kept), 0),
    ),
    ...{ lowCents: place(0.05), highCents: place(0.95) },
  };
}

/** The share of ARR that is expected to stay at a chance of being kept in full.
 * @example keptOf(0.8, { mean: 0.5 }) // → 0.9
 * @example keptOf(0.8, null) // → 0.8 */
export function keptOf(chance: number, kept: Pick<LossKept, "mean"> | null): number {
  return chance + (1 - chance) * (kept?.mean ?? 0);
}

/** Certainty is held to one in a billion, so that it can be shifted. */
function logit(chance: number): number {
  const held = Math.min(1 - 1e-9, Math.max(1e-9, chance));
  return Math.log(held / (1 - held));
}
