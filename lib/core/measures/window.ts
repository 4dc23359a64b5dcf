import type { Measure, MeasureRequest } from "./measure";

/** The window of a measure as it is asked for: the request's, else the measure's own, in days; 0 for one without a window.
 * Throws, by name, on a window that is not 14 to 365 whole days.
 * @example windowOf(measureOf("escalations"), { key: "escalations" }) // → 90 */
export function windowOf(measure: Measure, request: MeasureRequest): number {
  if (measure.window === null) return 0;
  const window = request.window ?? measure.window;
  if (!Number.isInteger(window) || window < 14 || window > 365)
    throw new RangeError(`${measure.key} requires a window of 14 to 365 days, got ${window}`);
  return window;
}
