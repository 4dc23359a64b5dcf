import { twoSided } from "./normal";
import { Z95 } from "./wilson";

export type Auc = { auc: number; low: number; high: number; bad: number; good: number };
export type AucDifference = { first: Auc; second: Auc; difference: number; low: number; high: number; p: number };

/** The chance that a bad case has more risk than a good one, ties counting half, with DeLong's 95% interval held to 0–1. Null
 * where only one class is there: then it is not defined. Throws where risks and outcomes are not as many or a risk is no number.
 * Source: DeLong, DeLong & Clarke-Pearson 1988; Sun & Xu 2014 for the midranks.
 * @example aucOf([0.1, 0.4, 0.35, 0.8], [false, false, true, true])?.auc // → 0.75
 * @example aucOf([1, 2], [true, true]) // → null */
export function aucOf(risks: readonly number[], bad: readonly boolean[]): Auc | null {
  const placed = placementsOf(risks, bad);
  return placed && withInterval(placed);
}

/** The difference of two AUCs on the same cases, first − second, with DeLong's interval for paired curves and its two-sided p.
 * Two rankings that order every pair alike differ by nothing: the interval is 0–0 and p is 1. Null where only one class is there.
 * @example compareAucs([0.1, 0.4, 0.35, 0.8], [0.8, 0.35, 0.4, 0.1], [false, false, true, true])?.difference // → 0.5 */
export function compareAucs(
  first: readonly number[],
  second: readonly number[],
  bad: readonly boolean[],
): AucDifference | null {
  const [a, b] = [placementsOf(first, bad), placementsOf(second, bad)];
  if (!a || !b) return null;
  const apart = { ofBad: minus(a.ofBad, b.ofBad), ofGood: minus(a.ofGood, b.ofGood) };
  const difference = a.auc - b.auc;
  const error = Math.sqrt(varianceOf(apart));
  const p = error === 0 ? (difference === 0 ? 1 : 0) : twoSided(difference / error);
  return {
    ...{ first: withInterval(a), second: withInterval(b), difference, p },
    low: Math.max(-1, difference - Z95 * error),
    high: Math.min(1, difference + Z95 * error),
  };
}

/** For each bad case the share of good ones below it, and for each good one the share of bad ones above it. */
type Placements = { auc: number; ofBad: Float64Array; ofGood: Float64Array };

function placementsOf(risks: readonly number[], bad: readonly boolean[]): Placements | null {
  const { bads, goods } = byOutcome(risks, bad);
  if (bads.length === 0 || goods.length === 0) return null;
  const [amongGoods, amongBads] = [belowOf(goods.slice().sort()), belowOf(bads.slice().sort())];
  const ofBad = bads.map((risk) => amongGoods(risk) / goods.length);
  const ofGood = goods.map((risk) => 1 - amongBads(risk) / bads.length);
  return { auc: mean(ofBad), ofBad, ofGood };
}

/** Risks of the bad and of the good, each in the order given. Throws where risks and outcomes are not as many or a risk is no
 * number.
 * @example byOutcome([1, 2], [false, true]).bads[0] // → 2 */
export function byOutcome(
  risks: readonly number[],
  bad: readonly boolean[],
): { bads: Float64Array; goods: Float64Array } {
  const n = risks.length;
  if (n !== bad.length) throw new RangeError(`${n} risks for ${bad.length} outcomes`);
  const [bads, goods] = [new Float64Array(n), new Float64Array(n)];
  let [isBad, isGood] = [0, 0];
  for (let i = 0; i < n; i++) {
    const risk = risks[i] as number;
    if (!Number.isFinite(risk)) throw new RangeError("a risk must be a finite number");
    if (bad[i]) bads[isBad++] = risk;
    else goods[isGood++] = risk;
  }
  return { bads: bads.subarray(0, isBad), goods: goods.subarray(0, isGood) };
}

/** How many of sorted values are below one, those equal to it counting half. */
function belowOf(sorted: Float64Array): (value: number) => number {
  const n = sorted.length;
  // Each value once, where its run starts, and the middle of the run.
  const [values, starts, middles] = [new Float64Array(n), new Float64Array(n + 1), new Float64Array(n)];
  let distinct = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    const value = sorted[start] as number;
    while (end < n && sorted[end] === value) end++;
    values[distinct] = value;
    middles[distinct] = (start + end) / 2;
    starts[++distinct] = end;
  }
  return (value) => {
    let [from, to] = [0, distinct];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((values[middle] as number) < value) from = middle + 1;
      else to = middle;
    }
    return (from < distinct && values[from] === value ? middles[from] : starts[from]) as number;
  };
}

/** Ranks from 1, ties sharing the mean of theirs.
 * @example midranks([5, 1, 5]) // → [2.5, 1, 2.5] */
export function midranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function withInterval(placed: Placements): Auc {
  const half = Z95 * Math.sqrt(varianceOf(placed));
  return {
    auc: placed.auc,
    low: Math.max(0, placed.auc - half),
    high: Math.min(1, placed.auc + half),
    bad: placed.ofBad.length,
    good: placed.ofGood.length,
  };
}

function varianceOf({ ofBad, ofGood }: Pick<Placements, "ofBad" | "ofGood">): number {
  return spread(ofBad) / ofBad.length + spread(ofGood) / ofGood.length;
}

/** The sample variance; of a single value 0. */
function spread(values: Float64Array): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  let sum = 0;
  for (const value of values) sum += (value - centre) ** 2;
  return sum / (values.length - 1);
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - (b[i] as number));
}
