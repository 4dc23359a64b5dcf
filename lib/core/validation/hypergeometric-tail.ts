import { logChoose } from "./log-choose";

/** The chance that k or more of `drawn` accounts, drawn blindly from `all` of which `marked` are marked, are marked ones:
 * Σ over i ≥ k of C(marked, i)·C(all − marked, drawn − i) / C(all, drawn). One-sided. Throws where the counts are no counts.
 * Source: Fisher's exact test, 1934.
 * @example hypergeometricTail(0, { all: 10, marked: 5, drawn: 3 }) // → 1
 * @example hypergeometricTail(1, { all: 4, marked: 2, drawn: 1 }) // → 0.5 */
export function hypergeometricTail(k: number, { all, marked, drawn }: { all: number; marked: number; drawn: number }) {
  const counts = [k, all, marked, drawn];
  if (counts.some((count) => !Number.isInteger(count) || count < 0) || marked > all || drawn > all)
    throw new RangeError(`hypergeometricTail requires counts within ${all}, got ${counts.join(", ")}`);
  const most = Math.min(marked, drawn);
  const least = Math.max(0, drawn - (all - marked));
  if (k <= least) return 1;
  const whole = logChoose(all, drawn);
  let sum = 0;
  for (let i = most; i >= k; i--) sum += Math.exp(logChoose(marked, i) + logChoose(all - marked, drawn - i) - whole);
  return Math.min(1, sum);
}
