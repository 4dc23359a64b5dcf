import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { parseAsMonth } from "@/app/(app)/forecast/parse-month";
import { scopeParams } from "@/app/(app)/portfolio/search-params";
import { addDays, addMonths, type Day, fiscalQuarterStart } from "@/lib/core/calendar";

export const PERIODS = ["quarter", "year", "12m"] as const;
export type Period = (typeof PERIODS)[number];
export const PERIOD_WORDS: Record<Period, string> = {
  quarter: "This quarter",
  year: "This fiscal year",
  "12m": "Last 12 months",
};

/** The forecast's state is its address: /forecast?owner=team&month=2026-12&period=year. */
export const loadForecastParams = createLoader({
  ...scopeParams,
  month: parseAsMonth,
  period: parseAsStringLiteral(PERIODS).withDefault("12m"),
});

/** The days of a period up to today. */
export function daysOf(period: Period, today: Day, fiscalStartMonth: number): { from: Day; to: Day } {
  if (period === "12m") return { from: addDays(addMonths(today, -12), 1), to: today };
  const quarter = fiscalQuarterStart(today, fiscalStartMonth);
  if (period === "quarter") return { from: quarter, to: today };
  const months = (Number(quarter.slice(5, 7)) - fiscalStartMonth + 12) % 12;
  return { from: addMonths(quarter, -months), to: today };
}
