/** Beyond this size a double carries fewer than six decimals, so there is nothing to round. */
const NO_DECIMALS = 2 ** 53 / 1e6;

/** A number rounded to six decimals: the form in which bands, gaps, guardrails and thresholds are compared.
 * Halves go away from zero; numbers too large to carry six decimals, and NaN, are returned as they are.
 * @example roundSix(0.1 + 0.2) // → 0.3
 * @example roundSix(74.99999999) // → 75 */
export function roundSix(value: number): number {
  if (!(Math.abs(value) < NO_DECIMALS)) return value;
  const rounded = Math.round(Math.abs(value) * 1e6) / 1e6;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A number as the API gives it: rounded to six decimals, then to one, halves away from zero.
 * @example apiNumber(90.25) // → 90.3
 * @example apiNumber(-0.05) // → -0.1 */
export function apiNumber(value: number): number {
  if (!(Math.abs(value) < NO_DECIMALS)) return value;
  const millionths = Math.round(Math.abs(value) * 1e6);
  const tenths = Math.floor((millionths + 50_000) / 100_000) / 10;
  return value < 0 && tenths !== 0 ? -tenths : tenths;
}

/** A score as screens show it: the integer below, after rounding to six decimals, so that it never contradicts its band.
 * @example shownInteger(74.96) // → 74
 * @example shownInteger(74.99999999) // → 75 */
export function shownInteger(value: number): number {
  return Math.floor(roundSix(value));
}
