import { NONE } from "@/lib/core/measures/reading";
import type { CompiledDefinition, CompiledMeasure } from "./compile-definition";
import { type CompiledScoring, curvePoints, linearPoints, stepPoints } from "./points";

/** Scores of many accounts. raw and score are NaN where nothing counts, low and high where nothing is known or open. */
export type ScoreColumns = {
  raw: Float64Array;
  score: Float64Array;
  coverage: Float64Array;
  low: Float64Array;
  high: Float64Array;
};

/** Accounts worked on together, so that the sums stay in the processor's cache. */
const CHUNK = 1024;
const sums = () => new Float64Array(CHUNK);

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
  if (readings.length < compiled.measures.length)
    throw new RangeError(
      `scoreColumns requires ${compiled.measures.length} columns of readings, got ${readings.length}`,
    );
  const size = Math.min(n, CHUNK);
  const work = size === CHUNK ? newWork(sums) : newWork(() => new Float64Array(size));
  for (let start = 0; start < n; start += CHUNK) {
    const count = Math.min(CHUNK, n - start);
    for (const column of Object.values(work)) column.fill(0);
    for (const i of compiled.order)
      addMeasure(work, compiled.measures[i] as CompiledMeasure, readings[i] as Float64Array, start, count);
    finish(work, compiled.totalWeight, start, count, into);
  }
  return into;
}

/** Columns for the scores of n accounts. */
export function emptyScoreColumns(n: number): ScoreColumns {
  const column = () => new Float64Array(n);
  return { raw: column(), score: column(), coverage: column(), low: column(), high: column() };
}

/** Per account: weight × points and weight of what is known, weight that is covered; then of what is missing its policy's
 * part in the score, and its least and most in the interval. */
type Work = ReturnType<typeof newWork>;
function newWork(column: () => Float64Array) {
  return {
    points: column(),
    known: column(),
    weight: column(),
    covered: column(),
    policy: column(),
    counted: column(),
    least: column(),
    most: column(),
    open: column(),
  };
}

function addMeasure(work: Work, measure: CompiledMeasure, readings: Float64Array, start: number, count: number): void {
  const { weight, absent, scoring } = measure;
  const { lowest, highest } = scoring;
  const counts = !Number.isNaN(absent);
  const { points, known, weight: weights, covered } = work;
  pointsInto(points, scoring, readings, start, count);
  for (let i = 0; i < count; i++) {
    const s = points[i] as number;
    if (!Number.isNaN(s)) {
      (known[i] as number) += weight * s;
      (weights[i] as number) += weight;
      (covered[i] as number) += weight;
    } else if (readings[start + i] === NONE) {
      (covered[i] as number) += weight;
      if (counts) {
        (known[i] as number) += weight * absent;
        (weights[i] as number) += weight;
      }
    } else {
      (work.open[i] as number) += weight;
      (work.least[i] as number) += weight * lowest;
      (work.most[i] as number) += weight * highest;
      if (counts) {
        (work.policy[i] as number) += weight * absent;
        (work.counted[i] as number) += weight;
      }
    }
  }
}

/** One loop a kind of function, so that the compiler keeps each tight; NaN where a reading is absent or unknown. */
function pointsInto(out: Float64Array, scoring: CompiledScoring, readings: Float64Array, start: number, count: number) {
  const { type, worst, best, xs, ys } = scoring;
  if (type === "linear") {
    for (let i = 0; i < count; i++) {
      const x = readings[start + i] as number;
      out[i] = Number.isFinite(x) ? linearPoints(worst, best, x) : Number.NaN;
    }
  } else if (type === "curve") {
    for (let i = 0; i < count; i++) {
      const x = readings[start + i] as number;
      out[i] = Number.isFinite(x) ? curvePoints(xs, ys, x) : Number.NaN;
    }
  } else if (type === "steps") {
    for (let i = 0; i < count; i++) {
      const x = readings[start + i] as number;
      out[i] = Number.isFinite(x) ? stepPoints(xs, ys, x) : Number.NaN;
    }
  } else {
    const levels = ys.length;
    for (let i = 0; i < count; i++) {
      const x = readings[start + i] as number;
      out[i] = x >= 0 && x < levels ? (ys[x] ?? Number.NaN) : Number.NaN;
    }
  }
}

function finish(work: Work, total: number, start: number, count: number, into: ScoreColumns): void {
  for (let i = 0; i < count; i++) {
    const known = work.known[i] as number;
    const weight = work.weight[i] as number;
    const open = work.open[i] as number;
    const raw = (known + (work.policy[i] as number)) / (weight + (work.counted[i] as number));
    into.raw[start + i] = raw;
    into.score[start + i] = hold(raw);
    into.coverage[start + i] = (work.covered[i] as number) / total;
    into.low[start + i] = hold((known + (work.least[i] as number)) / (weight + open));
    into.high[start + i] = hold((known + (work.most[i] as number)) / (weight + open));
  }
}

/** Held to 0–100; NaN stays. */
function hold(value: number): number {
  return value < 0 ? 0 : value > 100 ? 100 : value;
}
