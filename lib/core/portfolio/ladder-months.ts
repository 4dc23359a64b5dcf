import { addMonths, type Day, monthOf } from "@/lib/core/calendar";

/** How many months a ladder of renewals has. */
export const LADDER_MONTHS = 12;

/** The months of a ladder that begins with a day's own: the first day of the first and of the last.
 * @example ladderMonths("2026-11-30").to // → "2027-10-01" */
export function ladderMonths(today: Day): { from: Day; to: Day } {
  const from = `${monthOf(today)}-01`;
  return { from, to: addMonths(from, LADDER_MONTHS - 1) };
}
