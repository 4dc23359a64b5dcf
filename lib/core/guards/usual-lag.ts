import { type Day, weekdayOf } from "@/lib/core/calendar";

/** How many days behind its run a feed was on a day. */
export type FeedLag = { day: Day; days: number };

/** The fewest mornings from which a habit is learnt. */
const LEAST_MORNINGS = 7;

/** How many days a feed usually lags behind the run of a day: the most of the median of all mornings and of those of the same
 * weekday (a feed that rests at weekends is behind on Mondays); null below seven mornings.
 * @example usualLag([], "2026-11-30") // → null
 * @example usualLag(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"].map((day) => ({ day, days: day === "2026-11-23" ? 3 : 1 })), "2026-11-30") // → 3 */
export function usualLag(lags: readonly FeedLag[], asOf: Day): number | null {
  if (lags.length < LEAST_MORNINGS) return null;
  const sorted = lags.map(({ days }) => days).sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  const sameWeekday = lags.filter(({ day }) => weekdayOf(day) === weekdayOf(asOf)).map(({ days }) => days);
  return Math.max(median, ...sameWeekday);
}
