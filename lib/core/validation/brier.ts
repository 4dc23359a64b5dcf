import { type Binning, binsOf } from "./bins";

export type Brier = {
  n: number;
  /** Mean squared distance of probability and outcome. */
  brier: number;
  /** What always saying the base rate would have scored: base rate × (1 − base rate). */
  uncertainty: number;
  /** How far what was said lies from what came, per bin: lower is better. */
  reliability: number;
  /** How far what came in the bins lies from the base rate: higher is better. */
  resolution: number;
  /** What the bins hide: brier − (reliability − resolution + uncertainty), exact; 0 where each bin has one probability. */
  withinBins: number;
  /** 1 − brier ÷ uncertainty: 0 is no better than the base rate, below 0 worse. */
  skill: number;
};

/** The Brier score of probabilities of a bad outcome, with Murphy's parts on bins: brier = reliability − resolution + uncertainty
 * + withinBins. Null where only one class is there: then nothing was uncertain. Throws on probabilities outside 0–1.
 * Source: Brier 1950; Murphy 1973; the remainder is Stephenson, Coelho & Jolliffe 2008's variance − covariance within bins.
 * @example brierOf([0.5, 0.5], [true, false])?.brier // → 0.25
 * @example brierOf([0, 1, 1, 1], [false, true, true, false])?.skill.toFixed(3) // → "0.000"
 * @example brierOf([0.1], [false]) // → null */
export function brierOf(
  probabilities: readonly number[],
  bad: readonly boolean[],
  binning: Binning = "equal count",
  count = 10,
): Brier | null {
  const n = bad.length;
  if (probabilities.length !== n) throw new RangeError(`${probabilities.length} probabilities for ${n} outcomes`);
  const numbers = binsOf(probabilities, binning, count);
  const bads = bad.filter(Boolean).length;
  if (bads === 0 || bads === n) return null;
  const bins: { n: number; said: number; came: number }[] = [];
  let squares = 0;
  for (const [i, number] of numbers.entries()) {
    const [said, came] = [probabilities[i] as number, bad[i] ? 1 : 0];
    squares += (said - came) ** 2;
    bins[number] ??= { n: 0, said: 0, came: 0 };
    const bin = bins[number];
    bin.n++;
    bin.said += said;
    bin.came += came;
  }
  const base = bads / n;
  let [reliability, resolution] = [0, 0];
  for (const bin of bins) {
    reliability += (bin.said - bin.came) ** 2 / bin.n;
    resolution += bin.n * (bin.came / bin.n - base) ** 2;
  }
  const [brier, uncertainty] = [squares / n, base * (1 - base)];
  const parts = { reliability: reliability / n, resolution: resolution / n, uncertainty };
  return {
    ...{ n, brier, ...parts, withinBins: brier - (parts.reliability - parts.resolution + uncertainty) },
    skill: 1 - brier / uncertainty,
  };
}
