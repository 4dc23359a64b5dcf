/** The value of an absent reading: its feed is not connected or not fresh. Does not count in coverage. */
export const MISSING = Number.NaN;
/** The value of a reading without a denominator: known to be nothing. The missing policy applies; counts in coverage. */
export const NONE = Number.NEGATIVE_INFINITY;

/** Whether an encoded reading has no value, be it missing or none.
 * @example isAbsent(MISSING) // → true */
export function isAbsent(reading: number): boolean {
  return !Number.isFinite(reading);
}

/** Whether an encoded reading counts in coverage: present, or known to be none.
 * @example isCovered(NONE) // → true */
export function isCovered(reading: number): boolean {
  return !Number.isNaN(reading);
}
