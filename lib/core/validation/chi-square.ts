import { erfc } from "./normal";

/** The chance that χ² of so many degrees of freedom is at least x: for even degrees a finite sum, for odd ones erfc and a finite
 * sum. Throws unless the degrees are whole and at least 1. Source: Abramowitz & Stegun 26.4.4 and 26.4.5.
 * @example chiSquareTail(3.841458820694124, 1).toFixed(9) // → "0.050000000"
 * @example chiSquareTail(0, 2) // → 1 */
export function chiSquareTail(x: number, freedom: number): number {
  if (!Number.isInteger(freedom) || freedom < 1) throw new RangeError("chiSquareTail requires degrees of 1 or more");
  if (x <= 0) return 1;
  const isOdd = freedom % 2 === 1;
  let [term, sum] = isOdd ? [Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2), 0] : [Math.exp(-x / 2), 0];
  for (let i = isOdd ? 1 : 0; i < freedom - 1; i += 2) {
    sum += term;
    term *= x / (i + 2);
  }
  return isOdd ? erfc(Math.sqrt(x / 2)) + sum : sum;
}
