import { NONE } from "@/lib/core/measures/reading";
import type { CompiledDefinition, CompiledMeasure } from "./compile-definition";
import { curvePoints, linearPoints, pointsOf, stepPoints } from "./points";

/** Scores of many accounts. raw and score are NaN where nothing counts, low and high where nothing is known or open. */
export type ScoreColumns = {
  raw: Float64Array;
  score: Float64Array;
  coverage: Float64Array;
  low: Float64Array;
  high: Float64Array;
};

/** Accounts worked on together, so that their sums stay in the processor's nearest cache. */
const CHUNK = 1024;

/** The scores of n accounts from columns of encoded readings, one column a measure in the definition's order.
 * raw = Σ w·points / Σ w over the measures that count; score = raw held to 0–100; coverage = covered weight / total weight;
 * low … high = the total with missing measures at their function's worst … best (those known to be none follow their policy).
 * Allocates nothing per account; `into` may be given to reuse the columns of an earlier call. */
export function scoreColumns(
  compiled: CompiledDefinition,
  readings: readonly Float64Array[],
  n: number,
  into: ScoreColumns = emptyScoreColumns(n),
): ScoreColumns {
  const { measures, order, totalWeight } = compiled;
  if (readings.length < measures.length)
    throw new RangeError(`scoreColumns requires ${measures.length} columns of readings, got ${readings.length}`);
  const size = Math.min(n, CHUNK);
  const sums = new Float64Array(size);
  const absences = new Uint8Array(size);
  for (let start = 0; start < n; start += size) {
    const count = Math.min(size, n - start);
    sums.fill(0);
    absences.fill(0);
    for (const i of order)
      addMeasure(sums, absences, measures[i] as CompiledMeasure, readings[i] as Float64Array, start, count);
    for (let i = 0; i < count; i++) {
      const account = start + i;
      if (absences[i] !== 0) {
        scoreIncomplete(compiled, readings, account, into);
        continue;
      }
      const raw = (sums[i] as number) / totalWeight;
      const score = held(raw);
      into.raw[account] = raw;
      into.score[account] = score;
      into.coverage[account] = 1;
      into.low[account] = score;
      into.high[account] = score;
    }
  }
  return into;
}

/** Columns for the scores of n accounts. */
export function emptyScoreColumns(n: number): ScoreColumns {
  const column = () => new Float64Array(n);
  return { raw: column(), score: column(), coverage: column(), low: column(), high: column() };
}

/** Adds weight × points of one measure, one loop a kind of function so that the compiler keeps each tight. */
function addMeasure(
  sums: Float64Array,
  absences: Uint8Array,
  { weight, scoring: { type, worst, best, xs, ys } }: CompiledMeasure,
  readings: Float64Array,
  start: number,
  count: number,
): void {
  if (type === "linear") {
    for (let i = 0; i < count; i++) {
      const x = readings[start + i] as number;
      if (Number.isFinite(x)) (sums[i] as number) += weight * linearPoints(worst, best, x);
      else absences[i] = 1;
    }
  } else if (type === "curve") {
    for (let i = 0; i < count; i++) {
      const x = readings[start + i] as number;
      if (Number.isFinite(x)) (sums[i] as number) += weight * curvePoints(xs, ys, x);
      else absences[i] = 1;
    }
  } else if (type === "steps") {
    for (let i = 0; i < count; i++) {
      const x = readings[start + i] as number;
      if (Number.isFinite(x)) (sums[i] as number) += weight * stepPoints(xs, ys, x);
      else absences[i] = 1;
    }
  } else {
    for (let i = 0; i < count; i++) {
      const x = readings[start + i] as number;
      const s = x >= 0 && x < ys.length ? ys[x] : undefined;
      if (s !== undefined) (sums[i] as number) += weight * s;
      else absences[i] = 1;
    }
  }
}

/** The same for one account of which some reading is absent. Known and missing weights are summed apart, each by key. */
function scoreIncomplete(
  { measures, order, totalWeight }: CompiledDefinition,
  readings: readonly Float64Array[],
  account: number,
  into: ScoreColumns,
): void {
  let [known, knownWeight, covered] = [0, 0, 0];
  let [policy, policyWeight, least, most, open] = [0, 0, 0, 0, 0];
  for (const i of order) {
    const { weight, scoring, absent } = measures[i] as CompiledMeasure;
    const x = (readings[i] as Float64Array)[account] as number;
    const present = pointsOf(scoring, x);
    const s = Number.isNaN(present) ? absent : present;
    const counts = Number.isNaN(s) ? 0 : weight;
    const part = counts === 0 ? 0 : weight * s;
    if (Number.isNaN(present) && x !== NONE) {
      policy += part;
      policyWeight += counts;
      least += weight * scoring.lowest;
      most += weight * scoring.highest;
      open += weight;
    } else {
      known += part;
      knownWeight += counts;
      covered += weight;
    }
  }
  const raw = (known + policy) / (knownWeight + policyWeight);
  into.raw[account] = raw;
  into.score[account] = held(raw);
  into.coverage[account] = covered / totalWeight;
  into.low[account] = held((known + least) / (knownWeight + open));
  into.high[account] = held((known + most) / (knownWeight + open));
}

/** Held to 0–100; NaN stays. */
function held(value: number): number {
  return value < 0 ? 0 : value > 100 ? 100 : value;
}
