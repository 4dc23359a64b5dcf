import { chiSquareTail } from "./chi-square";
import type { Watched } from "./kaplan-meier";
import { solve } from "./solve";

export type LogRank = {
  /** Of each group: how many, how many churned, and how many would have if all groups were alike. */
  groups: { n: number; churned: number; expected: number }[];
  chiSquare: number;
  freedom: number;
  p: number;
};

/** Whether groups churn alike over time: observed against expected churn on each day somebody churned, all days weighing the same.
 * Null where fewer than two groups can be told apart (nobody churned, or nobody of the others was there then). Throws on fewer
 * than two groups. Source: Mantel 1966; Peto & Peto 1972; as R's survdiff(rho = 0).
 * @example logRank([[{ days: 1, churned: true }], [{ days: 2, churned: true }]])?.chiSquare // → 1
 * @example logRank([[{ days: 1, churned: false }], [{ days: 2, churned: false }]]) // → null */
export function logRank(groups: readonly (readonly Watched[])[]): LogRank | null {
  if (groups.length < 2) throw new RangeError("logRank requires at least two groups");
  const sorted = groups.map((group) => group.map(({ days }) => days).sort((a, b) => b - a));
  const churns = groups.map((group) => group.filter(({ churned }) => churned).map(({ days }) => days));
  const days = [...new Set(churns.flat())].sort((a, b) => a - b);
  const onDay = churns.map((group) => countsOf(group));
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  for (const day of days) {
    for (const left of sorted) while ((left.at(-1) ?? Infinity) < day) left.pop();
    const [atRisk, all] = [sorted.map((left) => left.length), sorted.reduce((sum, left) => sum + left.length, 0)];
    const churned = onDay.reduce((sum, counts) => sum + (counts.get(day) ?? 0), 0);
    const spread = all > 1 ? (churned * (all - churned)) / (all - 1) : 0;
    for (const [i, n] of atRisk.entries()) {
      expected[i] = (expected[i] as number) + (churned * n) / all;
      const row = covariance[i] as number[];
      for (const [j, other] of atRisk.entries())
        row[j] = (row[j] as number) + spread * (((i === j ? 1 : 0) * n) / all - (n * other) / all ** 2);
    }
  }
  // Groups nobody could have churned from carry nothing; of the rest one is given by the others.
  const kept = groups.flatMap((_, i) => ((covariance[i]?.[i] as number) > 1e-12 ? [i] : [])).slice(1);
  const off = kept.map((i) => (churns[i]?.length ?? 0) - (expected[i] as number));
  const weights =
    kept.length > 0 &&
    solve(
      kept.map((i) => kept.map((j) => covariance[i]?.[j] as number)),
      off,
    );
  if (!weights) return null;
  const chiSquare = off.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
  return {
    groups: groups.map((group, i) => ({
      ...{ n: group.length, churned: churns[i]?.length ?? 0, expected: expected[i] as number },
    })),
    ...{ chiSquare, freedom: kept.length, p: chiSquareTail(chiSquare, kept.length) },
  };
}

function countsOf(days: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}
