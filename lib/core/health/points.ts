import { roundSix } from "./rounding";
import type { Scoring } from "./scoring";

/** A scoring function ready to run on encoded readings; xs and ys are its corners, ys already on the 0–100 scale. */
export type CompiledScoring = {
  type: Scoring["type"];
  worst: number;
  best: number;
  xs: Float64Array;
  ys: Float64Array;
  /** Level names sorted; a level reading is encoded as its index here. Null where readings are numbers. */
  levels: readonly string[] | null;
  /** The least and the most points the function can give. */
  lowest: number;
  highest: number;
};

const NO_CORNERS = new Float64Array(0);

/** A scoring function made ready to run: level and step values become 100 × value / maximum, the maximum being `max`
 * or else the largest value.
 * @example compileScoring({ type: "levels", levels: { low: -5, high: 10 } }).lowest // → -50 */
export function compileScoring(scoring: Scoring): CompiledScoring {
  if (scoring.type === "linear") {
    const { worst, best } = scoring;
    return { type: "linear", worst, best, xs: NO_CORNERS, ys: NO_CORNERS, levels: null, lowest: 0, highest: 100 };
  }
  const corners = cornersOf(scoring);
  const levels = scoring.type === "levels" ? levelNames(scoring) : null;
  const lowest = corners.ys.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const highest = corners.ys.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  return { type: scoring.type, worst: 0, best: 0, ...corners, levels, lowest, highest };
}

function cornersOf(scoring: Exclude<Scoring, { type: "linear" }>): { xs: Float64Array; ys: Float64Array } {
  if (scoring.type === "curve")
    return { xs: Float64Array.from(scoring.points, ([x]) => x), ys: Float64Array.from(scoring.points, ([, y]) => y) };
  if (scoring.type === "steps") {
    const values = scoring.steps.map((step) => step.points);
    return { xs: Float64Array.from(scoring.steps, (step) => roundSix(step.from)), ys: ofMaximum(values, scoring.max) };
  }
  const values = levelNames(scoring).map((name) => scoring.levels[name] as number);
  return { xs: NO_CORNERS, ys: ofMaximum(values, scoring.max) };
}

function ofMaximum(values: number[], max = Math.max(...values)): Float64Array {
  return Float64Array.from(values, (value) => (100 * value) / max);
}

/** The level names of a scoring function in the order of their encoding: sorted by code unit.
 * @example levelNames({ type: "levels", levels: { low: 0, high: 10 } }) // → ["high", "low"] */
export function levelNames(scoring: Extract<Scoring, { type: "levels" }>): string[] {
  return Object.keys(scoring.levels).sort();
}

/** Points of one reading: how far it lies from worst to best, 0–100, flat beyond both. */
export function linearPoints(worst: number, best: number, x: number): number {
  const t = (x - worst) / (best - worst);
  return t > 0 ? (t < 1 ? t * 100 : 100) : 0;
}

/** Points of one reading on a piecewise linear curve, flat beyond its ends. */
export function curvePoints(xs: Float64Array, ys: Float64Array, x: number): number {
  const last = xs.length - 1;
  if (x <= (xs[0] as number)) return ys[0] as number;
  if (x >= (xs[last] as number)) return ys[last] as number;
  let k = 0;
  while (x >= (xs[k + 1] as number)) k++;
  const x0 = xs[k] as number;
  const y0 = ys[k] as number;
  return y0 + ((x - x0) / ((xs[k + 1] as number) - x0)) * ((ys[k + 1] as number) - y0);
}

/** Points of one reading on steps: those of the last step that begins at or below it; below the first, the first.
 * A step's bound is a threshold: reading and bound (rounded when compiled) are compared at six decimals. */
export function stepPoints(xs: Float64Array, ys: Float64Array, x: number): number {
  const rounded = roundSix(x);
  let k = 0;
  while (k + 1 < xs.length && rounded >= (xs[k + 1] as number)) k++;
  return ys[k] as number;
}

/** Points of one encoded reading, best = 100, possibly negative; NaN where it is absent or no level of the function.
 * @example pointsOf(compileScoring({ type: "linear", worst: 12, best: 0 }), 3) // → 75 */
export function pointsOf(scoring: CompiledScoring, reading: number): number {
  if (!Number.isFinite(reading)) return Number.NaN;
  switch (scoring.type) {
    case "linear":
      return linearPoints(scoring.worst, scoring.best, reading);
    case "curve":
      return curvePoints(scoring.xs, scoring.ys, reading);
    case "steps":
      return stepPoints(scoring.xs, scoring.ys, reading);
    case "levels":
      return scoring.ys[reading] ?? Number.NaN;
  }
}
