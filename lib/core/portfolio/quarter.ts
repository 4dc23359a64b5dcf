import { addDays, addMonths, type Day, daysBetween, fiscalQuarterStart } from "@/lib/core/calendar";

/** A fiscal quarter by its days: `before` is the last day before it, from which it is measured. */
export type Quarter = { first: Day; last: Day; before: Day };

/** A quarter that has only just begun tells little: until then the one before it is looked at. */
const SETTLED_DAYS = 30;

/** The fiscal quarter that holds a day.
 * @example quarterOf("2026-11-30", 12).first // → "2026-09-01"
 * @example quarterOf("2026-11-30", 12).before // → "2026-08-31" */
export function quarterOf(day: Day, fiscalStartMonth: number): Quarter {
  const first = fiscalQuarterStart(day, fiscalStartMonth);
  return { first, last: addDays(addMonths(first, 3), -1), before: addDays(first, -1) };
}

/** The quarter to look at on a day: its own, or in its first 30 days the one before.
 * @example quarterShown("2026-11-30", 12).first // → "2026-09-01"
 * @example quarterShown("2026-12-05", 12).first // → "2026-09-01" */
export function quarterShown(day: Day, fiscalStartMonth: number): Quarter {
  const own = quarterOf(day, fiscalStartMonth);
  return daysBetween(own.first, day) >= SETTLED_DAYS ? own : quarterOf(own.before, fiscalStartMonth);
}

/** The quarters before one, the latest first.
 * @example earlierQuarters(quarterOf("2026-11-30", 12), 2).map((quarter) => quarter.first) // → ["2026-06-01", "2026-03-01"] */
export function earlierQuarters({ first }: Quarter, count: number): Quarter[] {
  return Array.from({ length: count }, (_, i) => {
    const start = addMonths(first, -3 * (i + 1));
    return { first: start, last: addDays(addMonths(start, 3), -1), before: addDays(start, -1) };
  });
}
