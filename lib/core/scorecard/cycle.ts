import { addDays, addMonths, type Day, type Month, monthEnd, monthOf } from "@/lib/core/calendar";

/** Days that a card stays valid after the next one was due. */
const VALID_AFTER_DUE_DAYS = 15;

/** The day on which a month's card is due: the month's last.
 * @example dueOn("2026-11") // → "2026-11-30" */
export function dueOn(month: Month): Day {
  return monthEnd(month);
}

/** The day on which the card after a month's is due: a cycle of 1 month, or 3 where quarterly, later.
 * @example nextDueOn("2026-11", 1) // → "2026-12-31" */
export function nextDueOn(month: Month, cycleMonths: 1 | 3): Day {
  return monthEnd(monthOf(addMonths(`${month}-01`, cycleMonths)));
}

/** The last day on which a month's card is valid: 15 days after its next due date.
 * @example validUntil("2026-11", 1) // → "2027-01-15" */
export function validUntil(month: Month, cycleMonths: 1 | 3): Day {
  return addDays(nextDueOn(month, cycleMonths), VALID_AFTER_DUE_DAYS);
}

/** Whether a month's card has expired as of a day.
 * @example isExpired("2026-09", 1, "2026-11-15") // → false
 * @example isExpired("2026-09", 1, "2026-11-16") // → true */
export function isExpired(month: Month, cycleMonths: 1 | 3, asOf: Day): boolean {
  return asOf > validUntil(month, cycleMonths);
}
