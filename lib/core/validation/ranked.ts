/** Cases that share a risk: how many, and how many of them were bad. */
export type Tied = { risk: number; n: number; bad: number };

export type Ranked = { ties: Tied[]; n: number; bad: number; good: number };

/** Cases from the highest risk to the lowest, those of equal risk together, so that no figure depends on the order in which ties
 * were given. Null where only one class is there: then no ranking is right or wrong. Throws where risks and outcomes are not as
 * many or a risk is no number.
 * @example rankedByRisk([1, 2, 2], [false, true, false])?.ties // → [{ risk: 2, n: 2, bad: 1 }, { risk: 1, n: 1, bad: 0 }] */
export function rankedByRisk(risks: readonly number[], bad: readonly boolean[]): Ranked | null {
  if (risks.length !== bad.length) throw new RangeError(`${risks.length} risks for ${bad.length} outcomes`);
  if (!risks.every(Number.isFinite)) throw new RangeError("a risk must be a finite number");
  const bads = bad.filter(Boolean).length;
  if (bads === 0 || bads === bad.length) return null;
  const order = risks.map((_, i) => i).sort((a, b) => (risks[b] as number) - (risks[a] as number));
  const ties: Tied[] = [];
  for (const i of order) {
    const last = ties.at(-1);
    const risk = risks[i] as number;
    if (last?.risk === risk) {
      last.n++;
      if (bad[i]) last.bad++;
    } else ties.push({ risk, n: 1, bad: bad[i] ? 1 : 0 });
  }
  return { ties, n: risks.length, bad: bads, good: risks.length - bads };
}
