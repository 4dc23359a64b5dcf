import { twoSided } from "./normal";
import { byOutcome, type Ranked, rankedByRisk } from "./ranked";
import { Z95 } from "./wilson";

export type Auc = { auc: number; low: number; high: number; bad: number; good: number };
export type AucDifference = { first: Auc; second: Auc; difference: number; low: number; high: number; p: number };

/** The chance that a bad case has more risk than a good one, ties counting half, with DeLong's 95% interval held to 0–1. Null
 * where only one class is there: then it is not defined. Throws where risks and outcomes are not as many or a risk is no number.
 * Source: DeLong, DeLong & Clarke-Pearson 1988; Sun & Xu 2014 for the midranks.
 * @example aucOf([0.1, 0.4, 0.35, 0.8], [false, false, true, true])?.auc // → 0.75
 * @example aucOf([1, 2], [true, true]) // → null */
export function aucOf(risks: ArrayLike<number>, bad: readonly boolean[]): Auc | null {
  return aucOfRanked(rankedByRisk(risks, bad));
}

/** The same of cases that are ranked already. All of a risk have one placement.
 * @example aucOfRanked({ ties: [{ risk: 2, n: 1, bad: 1 }, { risk: 1, n: 1, bad: 0 }], n: 2, bad: 1, good: 1 })?.auc // → 1 */
export function aucOfRanked(ranked: Ranked | null): Auc | null {
  if (!ranked) return null;
  const { ties, bad, good } = ranked;
  // In halves, so that the sum is exact.
  let [halves, badsAbove, goodsBelow] = [0, 0, 2 * good];
  for (const tied of ties) {
    const goods = tied.n - tied.bad;
    halves += tied.bad * (goodsBelow - goods);
    goodsBelow -= 2 * goods;
  }
  const auc = halves / 2 / bad / good;
  let [ofBad, ofGood] = [0, 0];
  goodsBelow = good;
  for (const tied of ties) {
    const goods = tied.n - tied.bad;
    ofBad += tied.bad * ((goodsBelow - goods / 2) / good - auc) ** 2;
    ofGood += goods * ((badsAbove + tied.bad / 2) / bad - auc) ** 2;
    goodsBelow -= goods;
    badsAbove += tied.bad;
  }
  const variance = ofBad / Math.max(1, bad - 1) / bad + ofGood / Math.max(1, good - 1) / good;
  return withInterval({ auc, bad, good }, variance);
}

/** The difference of two AUCs on the same cases, first − second, with DeLong's interval for paired curves and its two-sided p.
 * Two rankings that order every pair alike differ by nothing: the interval is 0–0 and p is 1. Null where only one class is there.
 * @example compareAucs([0.1, 0.4, 0.35, 0.8], [0.8, 0.35, 0.4, 0.1], [false, false, true, true])?.difference // → 0.5 */
export function compareAucs(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  bad: readonly boolean[],
): AucDifference | null {
  return comparePlaced(placementsOf(first, bad), placementsOf(second, bad));
}

/** The same of cases that are placed already.
 * @example comparePlaced(placementsOf([1, 2], [false, true]), null) // → null */
export function comparePlaced(a: Placements | null, b: Placements | null): AucDifference | null {
  if (!a || !b) return null;
  const apart = { ofBad: minus(a.ofBad, b.ofBad), ofGood: minus(a.ofGood, b.ofGood) };
  const difference = a.auc - b.auc;
  const error = Math.sqrt(varianceOf(apart));
  const p = error === 0 ? (difference === 0 ? 1 : 0) : twoSided(difference / error);
  return {
    ...{ first: intervalOf(a), second: intervalOf(b), difference, p },
    low: Math.max(-1, difference - Z95 * error),
    high: Math.min(1, difference + Z95 * error),
  };
}

/** For each bad case the share of good ones below it, and for each good one the share of bad ones above it. */
export type Placements = { auc: number; ofBad: Float64Array; ofGood: Float64Array };

/** Where each case stands among those of the other outcome. Null where only one class is there.
 * @example placementsOf([1, 2], [false, true])?.auc // → 1 */
export function placementsOf(risks: ArrayLike<number>, bad: readonly boolean[]): Placements | null {
  const { bads, goods } = byOutcome(risks, bad);
  if (bads.length === 0 || goods.length === 0) return null;
  const [amongGoods, amongBads] = [belowOf(goods.slice().sort()), belowOf(bads.slice().sort())];
  const ofBad = bads.map((risk) => amongGoods(risk) / goods.length);
  const ofGood = goods.map((risk) => 1 - amongBads(risk) / bads.length);
  return { auc: mean(ofBad), ofBad, ofGood };
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

function intervalOf(placed: Placements): Auc {
  const { auc, ofBad, ofGood } = placed;
  return withInterval({ auc, bad: ofBad.length, good: ofGood.length }, varianceOf(placed));
}

function withInterval({ auc, bad, good }: Pick<Auc, "auc" | "bad" | "good">, variance: number): Auc {
  const half = Z95 * Math.sqrt(variance);
  return { auc, low: Math.max(0, auc - half), high: Math.min(1, auc + half), bad, good };
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
