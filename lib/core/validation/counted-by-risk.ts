/** Cases of one risk: how many, and how many of them were bad. */
export type RiskCount = { risk: number; n: number; bads: number };

/** Cases counted by risk, in the order in which risks first come: what they cost a curve is the same for all of a risk.
 * @example countedByRisk([1, 2, 1], [true, false, false]) // → [{ risk: 1, n: 2, bads: 1 }, { risk: 2, n: 1, bads: 0 }] */
export function countedByRisk(risks: readonly number[], bad: readonly boolean[]): RiskCount[] {
  const counts = new Map<number, RiskCount>();
  for (const [i, risk] of risks.entries()) {
    let count = counts.get(risk);
    if (!count) {
      count = { risk, n: 0, bads: 0 };
      counts.set(risk, count);
    }
    count.n++;
    if (bad[i]) count.bads++;
  }
  return [...counts.values()];
}
