/** 1 ÷ (1 + e⁻ˣ), exact at both ends.
 * @example sigmoid(0) // → 0.5
 * @example sigmoid(-800) // → 0 */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** log(1 + eˣ) without overflow: what a logit of x costs where the other outcome came.
 * @example softplus(0).toFixed(6) // → "0.693147"
 * @example softplus(800) // → 800 */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
