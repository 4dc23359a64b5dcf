import type { ReadAccount, Slices } from "./measure";
import { MISSING, NONE } from "./reading";

/** The latest value of a custom metric among the `window` days that end `daysBack` days before the as-of day; MISSING where
 * none of those days has one. Unit: the metric's.
 * @example latestMetric(slices, "headcount", 365)(0) // → 220 */
export function latestMetric(slices: Slices, key: string, window: number, daysBack = 0): ReadAccount {
  const { value, day } = slices.metric(key, daysBack);
  const before = slices.asOf - daysBack - window;
  return (account) => ((day[account] as number) > before ? (value[account] as number) : MISSING);
}

/** The sum of a custom metric's values over a window; 0 where none came. Unit: the metric's.
 * @example sumOfMetric(slices, "api_calls", 28)(0) // → 1200 */
export function sumOfMetric(slices: Slices, key: string, window: number): ReadAccount {
  const { sum } = slices.metric(key, 0);
  const { sum: sumBefore } = slices.metric(key, window);
  return (account) => (sum[account] || 0) - (sumBefore[account] || 0);
}

/** The mean of a custom metric's values over a window; NONE where none came. Unit: the metric's.
 * @example meanOfMetric(slices, "api_calls", 28)(0) // → 300 */
export function meanOfMetric(slices: Slices, key: string, window: number, daysBack = 0): ReadAccount {
  const now = slices.metric(key, daysBack);
  const before = slices.metric(key, daysBack + window);
  return (account) => {
    const values = (now.n[account] || 0) - (before.n[account] || 0);
    return values > 0 ? ((now.sum[account] || 0) - (before.sum[account] || 0)) / values : NONE;
  };
}
