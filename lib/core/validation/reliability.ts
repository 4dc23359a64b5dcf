import { type Binning, binsOf } from "./bins";
import { type Share, wilson } from "./wilson";

/** Cases of like probability: what was said of them on average, and what came, with Wilson's interval. */
export type ReliabilityBin = { low: number; high: number; said: number; came: Share };

/** Probabilities against outcomes in bins of equal count or equal width, empty ones left out. `low` and `high` are the least and
 * the greatest probability within. Throws where probabilities and outcomes are not as many or a probability is outside 0–1.
 * Source: as scikit-learn's calibration_curve; Bröcker & Smith 2007 on intervals.
 * @example reliabilityBins([0.2, 0.2, 0.8, 0.8], [false, false, true, false], "equal width", 2).map(({ said, came }) => [said, came.share]) // → [[0.2, 0], [0.8, 0.5]] */
export function reliabilityBins(
  probabilities: readonly number[],
  bad: readonly boolean[],
  binning: Binning,
  count = 10,
): ReliabilityBin[] {
  if (probabilities.length !== bad.length)
    throw new RangeError(`${probabilities.length} probabilities for ${bad.length} outcomes`);
  const bins: { low: number; high: number; sum: number; n: number; bad: number }[] = [];
  for (const [i, bin] of binsOf(probabilities, binning, count).entries()) {
    const said = probabilities[i] as number;
    bins[bin] ??= { low: said, high: said, sum: 0, n: 0, bad: 0 };
    const into = bins[bin];
    into.low = Math.min(into.low, said);
    into.high = Math.max(into.high, said);
    into.sum += said;
    into.n++;
    if (bad[i]) into.bad++;
  }
  return bins.map(({ low, high, sum, n, bad: hits }) => ({ low, high, said: sum / n, came: wilson(hits, n) as Share }));
}

/** Expected calibration error: over the bins, the mean distance between what was said and what came, weighted by cases. Null of
 * nothing. Source: Naeini, Cooper & Hauskrecht 2015; Guo et al. 2017.
 * @example eceOf([0.2, 0.2, 0.8, 0.8], [false, false, true, false], "equal width", 2)?.toFixed(3) // → "0.250"
 * @example eceOf([], [], "equal width") // → null */
export function eceOf(
  probabilities: readonly number[],
  bad: readonly boolean[],
  binning: Binning,
  count = 10,
): number | null {
  return gapOf(reliabilityBins(probabilities, bad, binning, count));
}

/** The same of bins that are made already.
 * @example gapOf([]) // → null */
export function gapOf(bins: readonly ReliabilityBin[]): number | null {
  const n = bins.reduce((sum, { came }) => sum + came.n, 0);
  return n === 0 ? null : bins.reduce((sum, { said, came }) => sum + came.n * Math.abs(came.share - said), 0) / n;
}
