import { type Auc, type AucDifference, aucOf, comparePlaced, type Placements, placementsOf } from "./auc";
import { type MeasurePoints, scoresWithout } from "./points-before";

/** Above this a single measure is taken to know the outcome. */
export const KNOWS = 0.97;
const FEWEST_FILLED = 5;

export type MeasureWorth = {
  key: string;
  /** Cases with a reading. */
  n: number;
  /** The measure alone, on those. */
  alone: Auc | null;
  /** The measured score with it less the score without it, on the same cases: above 0 it helps. */
  helps: AucDifference | null;
  /** Why it may know the outcome; null where nothing says so. */
  knows: "ranks too well" | "filled for one outcome only" | null;
};

/** What each measure is worth: alone, and by what the measured score loses without it. One that ranks above 0.97, or has readings
 * for one kind of outcome only, knows what came and is named. */
export function measureWorth(measures: readonly MeasurePoints[], bad: readonly boolean[]): MeasureWorth[] {
  const all = scoresWithout(measures, null);
  const scored = places(all);
  let ofAll: Placements | null = null;
  return measures.map(({ key, points }) => {
    const filled = places(points);
    if (filled.length === 0) return { key, n: 0, alone: null, helps: null, knows: null };
    const at = outcomesAt(bad, filled);
    const alone = aucOf(risksAt(points, filled), at);
    const without = scoresWithout(measures, key);
    const both = scored.filter((i) => Number.isFinite(without[i]));
    const outcomes = outcomesAt(bad, both);
    const isOfAll = both.length === scored.length;
    const placed = (isOfAll && ofAll) || placementsOf(risksAt(all, both), outcomes);
    if (isOfAll) ofAll = placed;
    const helps = comparePlaced(placed, placementsOf(risksAt(without, both), outcomes));
    return { key, n: filled.length, alone, helps, knows: knowsOutcome(alone, at, bad) };
  });
}

function knowsOutcome(alone: Auc | null, filled: readonly boolean[], bad: readonly boolean[]): MeasureWorth["knows"] {
  const ofClass = (list: readonly boolean[], wanted: boolean) => list.filter((one) => one === wanted).length;
  for (const wanted of [true, false])
    if (
      ofClass(filled, wanted) >= FEWEST_FILLED &&
      ofClass(filled, !wanted) === 0 &&
      ofClass(bad, !wanted) >= FEWEST_FILLED
    )
      return "filled for one outcome only";
  return alone && alone.auc > KNOWS ? "ranks too well" : null;
}

/** The measure that ranks best alone: what a score must beat. Those that know the outcome and those with readings in less than half
 * of the cases do not count. */
export function bestSingle(worth: readonly MeasureWorth[], n: number): MeasureWorth | null {
  return worth
    .filter(({ alone, knows, n: filled }) => alone && !knows && filled * 2 >= n)
    .reduce<MeasureWorth | null>((best, one) => ((one.alone?.auc ?? 0) > (best?.alone?.auc ?? 0) ? one : best), null);
}

function places(values: Float64Array): Int32Array {
  let n = 0;
  const found = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) found[n++] = i;
  return found.subarray(0, n);
}

function outcomesAt(bad: readonly boolean[], places: Int32Array): boolean[] {
  const found: boolean[] = [];
  for (let i = 0; i < places.length; i++) found.push(bad[places[i] as number] as boolean);
  return found;
}

function risksAt(values: Float64Array, places: Int32Array): Float64Array {
  const found = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) found[i] = 100 - (values[places[i] as number] as number);
  return found;
}
