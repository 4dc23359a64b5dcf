export type Confusion = {
  /** Predicted bad and bad; predicted bad and good; predicted good and bad; predicted good and good. */
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  n: number;
  /** Cases that were bad, and their share. */
  bad: number;
  baseRate: number | null;
  accuracy: number | null;
  /** What always saying the more frequent outcome would have got right. */
  majority: number | null;
  precision: number | null;
  recall: number | null;
  specificity: number | null;
  negativePrecision: number | null;
  f1: number | null;
  balancedAccuracy: number | null;
};

/** How what was predicted compares with what came: accuracy (tp+tn)/n beside the majority's share max(bad, good)/n, precision
 * tp/(tp+fp), recall tp/(tp+fn), specificity tn/(tn+fp), precision of good tn/(tn+fn), F1 2tp/(2tp+fp+fn), balanced accuracy the
 * mean of recall and specificity. Each is null where its denominator is empty. Throws where predictions and outcomes are not as
 * many. Source: Fawcett 2006, Pattern Recognition Letters 27.
 * @example confusionOf([true, true, false, false], [true, false, false, false]).precision // → 0.5
 * @example confusionOf([false, false], [false, true]).precision // → null
 * @example confusionOf([], []).accuracy // → null */
export function confusionOf(predictedBad: readonly boolean[], bad: readonly boolean[]): Confusion {
  const n = bad.length;
  if (predictedBad.length !== n) throw new RangeError(`${predictedBad.length} predictions for ${n} outcomes`);
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    if (predictedBad[i]) bad[i] ? tp++ : fp++;
    else bad[i] ? fn++ : tn++;
  }
  const [recall, specificity] = [share(tp, tp + fn), share(tn, tn + fp)];
  return {
    ...{ tp, fp, fn, tn, n, bad: tp + fn },
    ...{ baseRate: share(tp + fn, n), accuracy: share(tp + tn, n), majority: share(Math.max(tp + fn, fp + tn), n) },
    ...{ precision: share(tp, tp + fp), recall, specificity, negativePrecision: share(tn, tn + fn) },
    f1: share(2 * tp, 2 * tp + fp + fn),
    balancedAccuracy: recall === null || specificity === null ? null : (recall + specificity) / 2,
  };
}

function share(part: number, of: number): number | null {
  return of === 0 ? null : part / of;
}
