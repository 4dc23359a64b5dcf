import { midranks } from "./auc";

export type Permutation = { auc: number; shuffles: number; p: number };

/** How often outcomes dealt at random to the same risks give at least the AUC that was found: p = (1 + times) ÷ (1 + shuffles),
 * one-sided. The random numbers (0 ≤ x < 1) are handed in, so that a seed gives the same p. Null where only one class is there.
 * Throws on lists of unlike lengths, no numbers, or no shuffles. Source: Phipson & Smyth 2010 on the +1; Ojala & Garriga 2010.
 * @example permutationTest([1, 2, 3], [true, true, true], { shuffles: 99, random: () => 0 }) // → null
 * @example permutationTest([1, 1, 1], [true, false, false], { shuffles: 99, random: () => 0 })?.p // → 1 */
export function permutationTest(
  risks: readonly number[],
  bad: readonly boolean[],
  { shuffles, random }: { shuffles: number; random: () => number },
): Permutation | null {
  if (risks.length !== bad.length) throw new RangeError(`${risks.length} risks for ${bad.length} outcomes`);
  if (!risks.every(Number.isFinite)) throw new RangeError("a risk must be a finite number");
  if (!Number.isInteger(shuffles) || shuffles < 1)
    throw new RangeError("permutationTest requires at least one shuffle");
  const n = risks.length;
  const bads = bad.filter(Boolean).length;
  if (bads === 0 || bads === n) return null;
  // Ranks are halves at least: doubled they are whole, and sums of them are exact in any order.
  const ranks = Int32Array.from(midranks(risks), (rank) => rank * 2);
  const found = ranks.reduce((sum, rank, i) => (bad[i] ? sum + rank : sum), 0);
  let atLeast = 0;
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    let sum = 0;
    for (let i = 0; i < bads; i++) {
      const j = i + Math.floor(random() * (n - i));
      const rank = ranks[j] as number;
      ranks[j] = ranks[i] as number;
      ranks[i] = rank;
      sum += rank;
    }
    if (sum >= found) atLeast++;
  }
  const auc = (found / 2 - (bads * (bads + 1)) / 2) / (bads * (n - bads));
  return { auc, shuffles, p: (1 + atLeast) / (1 + shuffles) };
}
