import type { RenewalChance } from "@/lib/core/validation/renewal-probability";
import { sigmoid } from "@/lib/core/validation/sigmoid";

export type AtStake = { arrCents: number; chance: RenewalChance };
export type MoneyAhead = { n: number; arrCents: number; expectedCents: number; lowCents: number; highCents: number };

/** The standard normal's 95 % quantile: chances carry 90 % intervals. */
const Z90 = 1.6448536269514722;

/** What renewals are worth: Σ ARR × chance, with a 90 % interval by simulation. Each draw shifts all chances together within their
 * intervals (they come from one calibration) and then lets each renewal fall for itself, whole or not at all. The random numbers
 * (0 ≤ x < 1) are handed in. Nothing at stake: zeros. Throws on fewer than one draw.
 * @example moneyAhead([{ arrCents: 100, chance: { chance: 1, low: 1, high: 1 } }], { draws: 9, random: () => 0.5 }) // → { n: 1, arrCents: 100, expectedCents: 100, lowCents: 100, highCents: 100 } */
export function moneyAhead(
  stakes: readonly AtStake[],
  { draws, random }: { draws: number; random: () => number },
): MoneyAhead {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError("moneyAhead requires at least one draw");
  const logits = stakes.map(({ chance }) => {
    const middle = logit(chance.chance);
    return { middle, down: (middle - logit(chance.low)) / Z90, up: (logit(chance.high) - middle) / Z90 };
  });
  const sums = Array.from({ length: draws }, () => {
    const shift = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let sum = 0;
    for (const [i, { middle, down, up }] of logits.entries())
      if (random() < sigmoid(middle + shift * (shift < 0 ? down : up))) sum += (stakes[i] as AtStake).arrCents;
    return sum;
  }).sort((a, b) => a - b);
  const place = (share: number) => sums[Math.min(draws - 1, Math.floor(share * draws))] as number;
  return {
    n: stakes.length,
    arrCents: stakes.reduce((sum, { arrCents }) => sum + arrCents, 0),
    expectedCents: Math.round(stakes.reduce((sum, { arrCents, chance }) => sum + arrCents * chance.chance, 0)),
    ...{ lowCents: place(0.05), highCents: place(0.95) },
  };
}

/** Certainty is held to one in a billion, so that it can be shifted. */
function logit(chance: number): number {
  const held = Math.min(1 - 1e-9, Math.max(1e-9, chance));
  return Math.log(held / (1 - held));
}
