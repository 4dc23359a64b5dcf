import { byOutcome } from "./auc";

/** Cases that share a risk: how many, and how many of them were bad. */
export type Tied = { risk: number; n: number; bad: number };

export type Ranked = { ties: Tied[]; n: number; bad: number; good: number };

/** Cases from the highest risk to the lowest, those of equal risk together, so that no figure depends on the order in which ties
 * were given. Null where only one class is there: then no ranking is right or wrong. Throws where risks and outcomes are not as
 * many or a risk is no number.
 * @example rankedByRisk([1, 2, 2], [false, true, false])?.ties // → [{ risk: 2, n: 2, bad: 1 }, { risk: 1, n: 1, bad: 0 }] */
export function rankedByRisk(risks: readonly number[], bad: readonly boolean[]): Ranked | null {
  const { bads, goods } = byOutcome(risks, bad);
  if (bads.length === 0 || goods.length === 0) return null;
  bads.sort();
  goods.sort();
  const ties: Tied[] = [];
  for (let [i, j] = [bads.length, goods.length]; i > 0 || j > 0; ) {
    const risk = Math.max(bads[i - 1] ?? Number.NEGATIVE_INFINITY, goods[j - 1] ?? Number.NEGATIVE_INFINITY);
    const [wasBad, wasGood] = [i, j];
    while (i > 0 && bads[i - 1] === risk) i--;
    while (j > 0 && goods[j - 1] === risk) j--;
    ties.push({ risk, n: wasBad - i + wasGood - j, bad: wasBad - i });
  }
  return { ties, n: risks.length, bad: bads.length, good: goods.length };
}
