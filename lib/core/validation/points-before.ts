import type { CompiledDefinition } from "@/lib/core/health/compile-definition";
import { pointsOf } from "@/lib/core/health/points";
import type { Judged } from "./judged";

/** A measure's points (0–100, best is 100) in each case, NaN where it has no reading or is not of the account's definition, with
 * its weight there (0 where it is none of the definition's). */
export type MeasurePoints = { key: string; points: Float64Array; weights: Float64Array; absent: Float64Array };

/** The points that each measure gave before each decision, of the measures of all definitions in the order in which they first
 * come. */
export function pointsBefore(cases: readonly Judged[], definitions: readonly CompiledDefinition[]): MeasurePoints[] {
  const found = new Map<string, MeasurePoints>();
  const empty = (key: string): MeasurePoints => ({
    key,
    points: new Float64Array(cases.length).fill(Number.NaN),
    weights: new Float64Array(cases.length),
    absent: new Float64Array(cases.length).fill(Number.NaN),
  });
  for (const { measures } of definitions)
    for (const { key } of measures) if (!found.has(key)) found.set(key, empty(key));
  const byDefinition = definitions.map(({ measures }) =>
    measures.map(({ key, weight, scoring, absent }) => ({
      ...{ into: found.get(key) as MeasurePoints, weight, scoring, absent },
    })),
  );
  for (let i = 0; i < cases.length; i++) {
    const { definition, readings } = (cases[i] as Judged).decision.version ?? {};
    const measures = definition === null || definition === undefined ? null : byDefinition[definition];
    if (!measures || !readings) continue;
    for (let column = 0; column < measures.length; column++) {
      const { into, weight, scoring, absent } = measures[column] as (typeof measures)[number];
      into.points[i] = pointsOf(scoring, readings[column] ?? Number.NaN);
      into.weights[i] = weight;
      into.absent[i] = absent;
    }
  }
  return [...found.values()];
}

/** The measured score of each case with one measure left out, or with all (null): Σ w·points ÷ Σ w over those that count. NaN
 * where nothing is left. */
export function scoresWithout(measures: readonly MeasurePoints[], left: string | null): Float64Array {
  const n = measures[0]?.points.length ?? 0;
  const [sums, totals] = [new Float64Array(n), new Float64Array(n)];
  for (const { key, points, weights, absent } of measures) {
    if (key === left) continue;
    for (let i = 0; i < n; i++) {
      const read = points[i] as number;
      const value = Number.isNaN(read) ? (absent[i] as number) : read;
      if (Number.isNaN(value)) continue;
      sums[i] = (sums[i] as number) + (weights[i] as number) * value;
      totals[i] = (totals[i] as number) + (weights[i] as number);
    }
  }
  return sums.map((sum, i) => (totals[i] === 0 ? Number.NaN : Math.min(100, Math.max(0, sum / (totals[i] as number)))));
}
