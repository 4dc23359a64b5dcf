import type { CompiledDefinition, CompiledMeasure } from "@/lib/core/health/compile-definition";
import { pointsOf } from "@/lib/core/health/points";

/** The slices that the portfolio's aggregates know; "all" has the value "". */
export type Dimension = "all" | "segment" | "csm" | "am";
/** An account's place in them; null where it has none. */
export type Sliced = { segment: string | null; csmId: number | null; amId: number | null };
export type Measured = Sliced & { definition: number; readings: ArrayLike<number> };
/** What a measure gave the accounts of a slice: how many it counts for, and the sum of its points. */
export type MeasureSum = { dimension: Dimension; value: string; measure: string; accounts: number; points: number };

/** Points are summed in this fraction of one, so that sums are exact: in any order, and taken back again. */
const GRAIN = 1024;
const DIMENSIONS = ["all", "segment", "csm", "am"] as const;

type Sums = { accounts: Float64Array; points: Float64Array };

/** What each measure gave the accounts of each slice: the points of those whose score it counts in, be it by its missing
 * policy. Accounts that are taken out count negatively. */
export function sumMeasures(
  definitions: readonly CompiledDefinition[],
  added: Iterable<Measured>,
  removed: Iterable<Measured> = [],
): MeasureSum[] {
  const keys = [...new Set(definitions.flatMap(({ measures }) => measures.map(({ key }) => key)))];
  const columns = definitions.map(({ measures }) => measures.map(({ key }) => keys.indexOf(key)));
  const slices = DIMENSIONS.map(() => new Map<string | number | null, Sums>());
  const points = new Float64Array(keys.length);
  const sumsOf = (at: number, value: string | number | null): Sums => {
    const known = slices[at]?.get(value);
    if (known) return known;
    const sums = { accounts: new Float64Array(keys.length), points: new Float64Array(keys.length) };
    slices[at]?.set(value, sums);
    return sums;
  };
  const count = ({ definition, readings, segment, csmId, amId }: Measured, sign: 1 | -1) => {
    const { measures } = definitions[definition] as CompiledDefinition;
    const own = columns[definition] as number[];
    points.fill(Number.NaN);
    for (let m = 0; m < measures.length; m++)
      points[own[m] as number] = givenBy(measures[m] as CompiledMeasure, readings[m] as number);
    for (const sums of [sumsOf(0, ""), sumsOf(1, segment), sumsOf(2, csmId), sumsOf(3, amId)]) {
      for (let k = 0; k < keys.length; k++) {
        const given = points[k] as number;
        if (Number.isNaN(given)) continue;
        (sums.accounts[k] as number) += sign;
        (sums.points[k] as number) += sign * Math.round(given * GRAIN);
      }
    }
  };
  for (const account of added) count(account, 1);
  for (const account of removed) count(account, -1);
  return slices.flatMap((bySlice, at) =>
    [...bySlice].flatMap(([value, sums]) =>
      keys.flatMap((measure, k): MeasureSum[] => {
        const [accounts, whole] = [sums.accounts[k] as number, sums.points[k] as number];
        if (accounts === 0 && whole === 0) return [];
        const dimension = DIMENSIONS[at] as Dimension;
        return [{ dimension, value: value === null ? "" : String(value), measure, accounts, points: whole / GRAIN }];
      }),
    ),
  );
}

/** The points that a measure brings into a score; NaN where it is left out of it. */
function givenBy({ scoring, absent }: CompiledMeasure, reading: number): number {
  const points = pointsOf(scoring, reading);
  return Number.isNaN(points) ? absent : points;
}
