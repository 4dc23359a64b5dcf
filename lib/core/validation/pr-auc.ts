import { type Ranked, rankedByRisk } from "./ranked";

/** The area under precision against recall as average precision: Σ (recallₖ − recallₖ₋₁) · precisionₖ over the risks there are,
 * from the highest, cases of equal risk named together; no interpolation. Of a ranking without knowledge it is the base rate.
 * Null where only one class is there. Source: as scikit-learn's average_precision_score; Davis & Goadrich 2006 on why not by
 * trapezia.
 * @example prAucOf([0.1, 0.4, 0.35, 0.8], [false, false, true, true])?.toFixed(6) // → "0.833333"
 * @example prAucOf([1, 1, 1, 1], [true, false, false, false]) // → 0.25
 * @example prAucOf([1], [true]) // → null */
export function prAucOf(risks: readonly number[], bad: readonly boolean[]): number | null {
  return prAucOfRanked(rankedByRisk(risks, bad));
}

/** The same of cases that are ranked already.
 * @example prAucOfRanked(null) // → null */
export function prAucOfRanked(ranked: Ranked | null): number | null {
  if (!ranked) return null;
  let [named, caught, area] = [0, 0, 0];
  for (const tied of ranked.ties) {
    named += tied.n;
    caught += tied.bad;
    area += (tied.bad / ranked.bad) * (caught / named);
  }
  return area;
}
