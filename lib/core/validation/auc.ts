import { twoSided } from "./normal";
import { Z95 } from "./wilson";

export type Auc = { auc: number; low: number; high: number; bad: number; good: number };
export type AucDifference = { first: Auc; second: Auc; difference: number; low: number; high: number; p: number };

/** The chance that a bad case has more risk than a good one, ties counting half, with DeLong's 95 % interval held to 0–1. Null
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
type Placements = { auc: number; ofBad: number[]; ofGood: number[] };

function placementsOf(risks: readonly number[], bad: readonly boolean[]): Placements | null {
  if (risks.length !== bad.length) throw new RangeError(`${risks.length} risks for ${bad.length} outcomes`);
  if (!risks.every(Number.isFinite)) throw new RangeError("a risk must be a finite number");
  const ofClass = (wanted: boolean) => Float64Array.from(risks.filter((_, i) => bad[i] === wanted)).sort();
  const [bads, goods] = [ofClass(true), ofClass(false)];
  if (bads.length === 0 || goods.length === 0) return null;
  const placements: Placements = { auc: 0, ofBad: [], ofGood: [] };
  for (const [i, risk] of risks.entries()) {
    if (bad[i]) placements.ofBad.push(countBelow(goods, risk) / goods.length);
    else placements.ofGood.push(1 - countBelow(bads, risk) / bads.length);
  }
  placements.auc = mean(placements.ofBad);
  return placements;
}

/** How many sorted values are below one, those equal to it counting half. */
function countBelow(sorted: Float64Array, value: number): number {
  return (countUpTo(sorted, value, false) + countUpTo(sorted, value, true)) / 2;
}

function countUpTo(sorted: Float64Array, value: number, withEqual: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = sorted[middle] as number;
    if (other < value || (withEqual && other === value)) from = middle + 1;
    else to = middle;
  }
  return from;
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

function varianceOf({ ofBad, ofGood }: { ofBad: readonly number[]; ofGood: readonly number[] }): number {
  return spread(ofBad) / ofBad.length + spread(ofGood) / ofGood.length;
}

/** The sample variance; of a single value 0. */
function spread(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function minus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value - (b[i] as number));
}
