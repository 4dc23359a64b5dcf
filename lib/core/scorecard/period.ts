import { z } from "zod";
import { addMonths, type Day, type Month, monthOf } from "@/lib/core/calendar";

/** A month's name, "2026-11". */
export const Period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month, YYYY-MM");

/** Months before the current one whose cards can still be given or corrected. */
const OPEN_MONTHS_BACK = 2;

/** Why cards of a month cannot be given today, in words; null where they can: the current month and the two before.
 * @example periodRefusal("2026-12", "2026-11-30") // → "2026-12 has not begun: the month to fill is 2026-11."
 * @example periodRefusal("2026-08", "2026-11-30") // → "2026-08 is closed: cards can be given back to 2026-09."
 * @example periodRefusal("2026-09", "2026-11-30") // → null */
export function periodRefusal(period: Month, today: Day): string | null {
  const current = monthOf(today);
  const oldest = monthOf(addMonths(`${current}-01`, -OPEN_MONTHS_BACK));
  if (period > current) return `${period} has not begun: the month to fill is ${current}.`;
  if (period < oldest) return `${period} is closed: cards can be given back to ${oldest}.`;
  return null;
}

/** Why a card of a submitted month cannot be changed, in words.
 * @example lockedWords("2026-11", "2026-11-29") // → "2026-11 was submitted on 2026-11-29: a manager can reopen it." */
export function lockedWords(period: Month, submittedOn: Day): string {
  return `${period} was submitted on ${submittedOn}: a manager can reopen it.`;
}
