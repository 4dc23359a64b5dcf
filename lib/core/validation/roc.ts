import { type Ranked, rankedByRisk } from "./ranked";

/** With every case of at least this risk predicted bad: the share of the bad caught and of the good wrongly named. */
export type RocPoint = { atLeast: number | null; caught: number; wronglyNamed: number };

/** The ROC curve: from nobody named (0, 0; no cut) to everybody (1, 1), one point for each risk there is, ≥ counted as named. The
 * area under it is the AUC. Null where only one class is there.
 * Source: Fawcett 2006; as scikit-learn's roc_curve(drop_intermediate=False).
 * @example rocPoints([0.2, 0.9], [false, true]) // → [{ atLeast: null, caught: 0, wronglyNamed: 0 }, { atLeast: 0.9, caught: 1, wronglyNamed: 0 }, { atLeast: 0.2, caught: 1, wronglyNamed: 1 }]
 * @example rocPoints([1, 2], [true, true]) // → null */
export function rocPoints(risks: readonly number[], bad: readonly boolean[]): RocPoint[] | null {
  return rocOfRanked(rankedByRisk(risks, bad));
}

/** The same of cases that are ranked already.
 * @example rocOfRanked(null) // → null */
export function rocOfRanked(ranked: Ranked | null): RocPoint[] | null {
  if (!ranked) return null;
  let [caught, wrong] = [0, 0];
  const points: RocPoint[] = [{ atLeast: null, caught: 0, wronglyNamed: 0 }];
  for (const tied of ranked.ties) {
    caught += tied.bad;
    wrong += tied.n - tied.bad;
    points.push({ atLeast: tied.risk, caught: caught / ranked.bad, wronglyNamed: wrong / ranked.good });
  }
  return points;
}
