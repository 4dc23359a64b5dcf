import { addDays, addMonths, type Day, daysInMonth, type Month, monthEnd, monthOf } from "@/lib/core/calendar";

/** Days that a card stays valid after the next one was due. */
const VALID_AFTER_DUE_DAYS = 15;
/** Cards are due on the month's last day unless the installation names another. */
const LAST_DAY = 31;

/** Months from one card to the next: one, or three for stable green accounts where the installation says so. */
export type CycleMonths = 1 | 3;

/** The day on which a month's card is due: the month's last, or the day that the installation names; a short month ends earlier.
 * @example dueOn("2026-11") // → "2026-11-30"
 * @example dueOn("2026-11", 25) // → "2026-11-25" */
export function dueOn(month: Month, dueDay = LAST_DAY): Day {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return dueDay >= days ? monthEnd(month) : addDays(`${month}-01`, dueDay - 1);
}

/** The day on which the card after a month's is due: a cycle of 1 month, or 3 where quarterly, later.
 * @example nextDueOn("2026-11", 1) // → "2026-12-31"
 * @example nextDueOn("2026-11", 3, 25) // → "2027-02-25" */
export function nextDueOn(month: Month, cycleMonths: CycleMonths, dueDay = LAST_DAY): Day {
  return dueOn(monthOf(addMonths(`${month}-01`, cycleMonths)), dueDay);
}

/** The last day on which a month's card is valid: 15 days after its next due date.
 * @example validUntil("2026-11", 1) // → "2027-01-15"
 * @example validUntil("2026-11", 1, 20) // → "2027-01-04" */
export function validUntil(month: Month, cycleMonths: CycleMonths, dueDay = LAST_DAY): Day {
  return addDays(nextDueOn(month, cycleMonths, dueDay), VALID_AFTER_DUE_DAYS);
}

/** Whether a month's card has expired as of a day.
 * @example isExpired("2026-09", 1, "2026-11-15") // → false
 * @example isExpired("2026-09", 1, "2026-11-16") // → true */
export function isExpired(month: Month, cycleMonths: CycleMonths, asOf: Day, dueDay = LAST_DAY): boolean {
  return asOf > validUntil(month, cycleMonths, dueDay);
}
