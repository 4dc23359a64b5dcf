import { bandOf, bandWidth } from "./band";
import type { Band } from "./bands";
import { roundSix } from "./rounding";

export type Trend = { direction: "improving" | "stable" | "declining"; change: number; threshold: number };

/** Where health is going over 30 days: improving or declining by at least 3 points and a quarter of the width of today's
 * band, else stable; compared at six decimals. `calendarPart` is what measures that move by date alone did, and is left out.
 * Null where either day has no health.
 * @example trendOf([{ key: "a", from: 75, tone: "green" }, { key: "b", from: 0, tone: "red" }], 84, 77.75).direction // → "improving" */
export function trendOf(
  bands: readonly Band[],
  now: number | null,
  thirtyDaysAgo: number | null,
  calendarPart = 0,
): Trend | null {
  const band = bandOf(bands, now);
  if (now === null || thirtyDaysAgo === null || band === null) return null;
  const threshold = Math.max(3, bandWidth(bands, band.key) / 4);
  const change = now - thirtyDaysAgo - calendarPart;
  const moved = roundSix(Math.abs(change)) >= roundSix(threshold);
  return { direction: moved ? (change > 0 ? "improving" : "declining") : "stable", change, threshold };
}

/** Velocity over 90 days: the change of health in points a 30 days; null where either day has no health.
 * @example velocityOf(61, 84) // → -7.666666666666667 */
export function velocityOf(now: number | null, ninetyDaysAgo: number | null): number | null {
  return now === null || ninetyDaysAgo === null ? null : (now - ninetyDaysAgo) / 3;
}
