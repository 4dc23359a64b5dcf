import { addDays, addMonths, type Day, daysBetween, fiscalQuarterStart, monthEnd, monthOf } from "@/lib/core/calendar";

export type Period = { from: Day; to: Day };

/** A quarter that has only just begun is compared from the start of the one before. */
const SETTLED_DAYS = 30;

/** The days that are compared: as asked, else from the last day before the fiscal quarter to today.
 * @example periodOf({ from: null, to: null }, "2026-11-30", 12) // → { from: "2026-08-31", to: "2026-11-30" } */
export function periodOf(asked: { from: Day | null; to: Day | null }, today: Day, fiscalStartMonth: number): Period {
  const to = asked.to && asked.to <= today ? asked.to : today;
  if (asked.from && asked.from < to) return { from: asked.from, to };
  const start = fiscalQuarterStart(to, fiscalStartMonth);
  const settled = daysBetween(start, to) >= SETTLED_DAYS ? start : addMonths(start, -3);
  return { from: addDays(settled, -1), to };
}

/** The period one quarter earlier or later; null where it would end after today.
 * @example shiftedPeriod({ from: "2026-08-31", to: "2026-11-30" }, -1, "2026-11-30") // → { from: "2026-05-31", to: "2026-08-31" }
 * @example shiftedPeriod({ from: "2026-08-31", to: "2026-11-30" }, 1, "2026-11-30") // → null */
export function shiftedPeriod({ from, to }: Period, quarters: -1 | 1, today: Day): Period | null {
  const shift = (day: Day) => {
    const moved = addMonths(day, 3 * quarters);
    return day === monthEnd(monthOf(day)) ? monthEnd(monthOf(moved)) : moved;
  };
  return to >= today && quarters === 1 ? null : { from: shift(from), to: shift(to) > today ? today : shift(to) };
}

/** The ends of this month's and the twelve months before; the running month ends today.
 * @example monthsUntil("2026-11-15").slice(-2) // → ["2026-10-31", "2026-11-15"] */
export function monthsUntil(today: Day): Day[] {
  return Array.from({ length: 13 }, (_, i) => {
    const end = monthEnd(monthOf(addMonths(`${monthOf(today)}-01`, i - 12)));
    return end > today ? today : end;
  });
}

/** At most two ends of months within a period, as far apart as may be: with its own days, the four that a drawing takes.
 * @example daysBetweenEnds({ from: "2026-08-31", to: "2026-11-30" }) // → ["2026-09-30", "2026-10-31"] */
export function daysBetweenEnds({ from, to }: Period): Day[] {
  const ends: Day[] = [];
  for (let end = monthEnd(monthOf(addDays(from, 1))); end < to; end = monthEnd(monthOf(addDays(end, 1))))
    ends.push(end);
  if (ends.length <= 2) return ends;
  const third = (ends.length + 1) / 3;
  return [ends[Math.round(third) - 1], ends[Math.round(2 * third) - 1]] as Day[];
}
