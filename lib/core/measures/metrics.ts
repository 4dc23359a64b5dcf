import type { Slices } from "./measure";
import { MISSING, NONE } from "./reading";

/** The latest value of a custom metric among the `window` days that end `daysBack` days before the as-of day; MISSING where
 * none of those days has one. Unit: the metric's.
 * @example latestMetric(slices, "headcount", 365)[0] // → 220 */
export function latestMetric(slices: Slices, key: string, window: number, daysBack = 0): Float64Array {
  const { value, day } = slices.metric(key, daysBack);
  const before = slices.asOf - daysBack - window;
  return value.map((latest, account) => ((day[account] as number) > before ? latest : MISSING));
}

/** The sum of a custom metric's values over a window; 0 where none came. Unit: the metric's.
 * @example sumOfMetric(slices, "api_calls", 28)[0] // → 60 */
export function sumOfMetric(slices: Slices, key: string, window: number): Float64Array {
  const before = slices.metric(key, window).sum;
  return slices.metric(key, 0).sum.map((sum, account) => (sum || 0) - (before[account] || 0));
}

/** The mean of a custom metric's values over a window; NONE where none came. Unit: the metric's.
 * @example meanOfMetric(slices, "api_calls", 28)[0] // → 15 */
export function meanOfMetric(slices: Slices, key: string, window: number, daysBack = 0): Float64Array {
  const now = slices.metric(key, daysBack);
  const before = slices.metric(key, daysBack + window);
  return now.sum.map((sum, account) => {
    const values = (now.n[account] || 0) - (before.n[account] || 0);
    return values > 0 ? (sum - (before.sum[account] || 0)) / values : NONE;
  });
}
