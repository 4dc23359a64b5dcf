import { addDays, addMonths, type Day, fiscalQuarterStart } from "@/lib/core/calendar";

export const PERIODS = ["quarter", "year", "12m"] as const;
export type Period = (typeof PERIODS)[number];

/** The days of a period up to today; quarters and years are fiscal ones.
 * @example daysOf("12m", "2026-11-30", 12) // → { from: "2025-12-01", to: "2026-11-30" }
 * @example daysOf("year", "2026-11-30", 12) // → { from: "2025-12-01", to: "2026-11-30" }
 * @example daysOf("quarter", "2026-11-30", 12) // → { from: "2026-09-01", to: "2026-11-30" } */
export function daysOf(period: Period, today: Day, fiscalStartMonth: number): { from: Day; to: Day } {
  if (period === "12m") return { from: addDays(addMonths(today, -12), 1), to: today };
  const quarter = fiscalQuarterStart(today, fiscalStartMonth);
  if (period === "quarter") return { from: quarter, to: today };
  const months = (Number(quarter.slice(5, 7)) - fiscalStartMonth + 12) % 12;
  return { from: addMonths(quarter, -months), to: today };
}
