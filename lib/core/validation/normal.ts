/** The error function's complement, to about 1e-15: its Taylor series up to 2.5, Lentz's continued fraction beyond.
 * Source: Abramowitz & Stegun 7.1.6 and 7.1.14.
 * @example erfc(1).toFixed(12) // → "0.157299207050" */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  if (x < 2.5) {
    let [term, sum] = [x, x];
    for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = 0;
  for (let n = 80; n >= 1; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

/** The chance of a standard normal value at least as far from 0 as z, on both sides.
 * @example twoSided(1.959963984540054).toFixed(12) // → "0.050000000000" */
export function twoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}
