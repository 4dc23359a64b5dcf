import { logChoose } from "./log-choose";

/** The chance of k or more hits in n independent trials of probability p: Σ over i = k … n of C(n, i)·pⁱ·(1 − p)ⁿ⁻ⁱ, exactly
 * (no normal approximation). Throws where the counts are no counts or p is no probability. Source: Clopper & Pearson 1934.
 * @example binomialTail(0, 10, 0.5) // → 1
 * @example Math.round(1000 * binomialTail(2, 12, 0.05)) // → 118 */
export function binomialTail(k: number, n: number, p: number): number {
  if (!Number.isInteger(k) || !Number.isInteger(n) || n < 0 || k < 0 || k > n)
    throw new RangeError(`binomialTail requires counts with k ≤ n, got ${k} of ${n}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`binomialTail requires a probability, got ${p}`);
  if (k === 0 || p === 1) return 1;
  if (p === 0) return 0;
  // From the mean outwards terms only fall, so the side that is summed never underflows before it matters.
  return k > n * p ? sumFrom(k, n, p) : 1 - sumFrom(n - k + 1, n, 1 - p);
}

/** Σ of the terms from k upwards, for k beyond the mean; each term is the last times (n − i)/(i + 1) · p/(1 − p). */
function sumFrom(k: number, n: number, p: number): number {
  let term = Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
  let sum = 0;
  for (let i = k; i <= n && term > 0; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}
