import { type Day, dayNumber, dayOf } from "@/lib/core/calendar";

/** The date a number of working days later; weekend days (0 = Sunday) count for nothing. Throws where every day is one.
 * @example workingDaysAfter("2026-11-27", 2, [0, 6]) // → "2026-12-01" */
export function workingDaysAfter(day: Day, days: number, weekend: readonly number[]): Day {
  if (new Set(weekend).size > 6) throw new RangeError("workingDaysAfter requires a weekday that is no weekend");
  let number = dayNumber(day);
  for (let left = days; left > 0; ) {
    number++;
    if (!weekend.includes((((number + 4) % 7) + 7) % 7)) left--;
  }
  return dayOf(number);
}
