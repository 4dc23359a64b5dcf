/** Cases that share a risk: how many, and how many of them were bad. */
export type Tied = { risk: number; n: number; bad: number };

export type Ranked = { ties: Tied[]; n: number; bad: number; good: number };

/** Cases from the highest risk to the lowest, those of equal risk together, so that no figure depends on the order in which ties
 * were given. Null where only one class is there: then no ranking is right or wrong. Throws where risks and outcomes are not as
 * many or a risk is no number.
 * @example rankedByRisk([1, 2, 2], [false, true, false])?.ties // → [{ risk: 2, n: 2, bad: 1 }, { risk: 1, n: 1, bad: 0 }] */
export function rankedByRisk(risks: ArrayLike<number>, bad: readonly boolean[]): Ranked | null {
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

/** Risks of the bad and of the good, each in the order given. Throws where risks and outcomes are not as many or a risk is no
 * number.
 * @example byOutcome([1, 2], [false, true]).bads[0] // → 2 */
export function byOutcome(
  risks: ArrayLike<number>,
  bad: readonly boolean[],
): { bads: Float64Array; goods: Float64Array } {
  const n = risks.length;
  if (n !== bad.length) throw new RangeError(`${n} risks for ${bad.length} outcomes`);
  const [bads, goods] = [new Float64Array(n), new Float64Array(n)];
  let [isBad, isGood] = [0, 0];
  for (let i = 0; i < n; i++) {
    const risk = risks[i] as number;
    if (!Number.isFinite(risk)) throw new RangeError("a risk must be a finite number");
    if (bad[i]) bads[isBad++] = risk;
    else goods[isGood++] = risk;
  }
  return { bads: bads.subarray(0, isBad), goods: goods.subarray(0, isGood) };
}
