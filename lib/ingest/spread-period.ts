import { addDays, addMonths, type Day, daysBetween, isDay, monthEnd } from "@/lib/core/calendar";
import type { SourceRow } from "./read-rows";

export interface Period {
  every: "week" | "month";
  periodIs: "start" | "end";
}

/** Figures that add up over days; the others are levels, which each day of the period had. */
const ADDITIVE = ["logins", "events", "session_minutes"];

/** One row a day for a usage row that covers a week or a month: sums are shared out evenly in whole numbers that add up
 * to the figure again, levels are repeated; every day says of how many it is a part. */
export function* spreadPeriod(row: SourceRow, period: Period): Generator<SourceRow> {
  const span = spanOf(row.cells.day?.trim() ?? "", period);
  if (!span) {
    yield row;
    return;
  }
  const days = daysBetween(span.first, span.last) + 1;
  for (const name of ADDITIVE) {
    const cell = row.cells[name]?.trim() ?? "";
    if (cell !== "" && cell !== "NULL" && !Number.isSafeInteger(Number(cell))) {
      yield { ...row, refused: { column: name, reason: `"${cell}" is not a whole number` } };
      return;
    }
  }
  for (let index = 0; index < days; index += 1) {
    const cells: Record<string, string> = { ...row.cells, day: addDays(span.first, index), spread_days: String(days) };
    for (const name of ADDITIVE) {
      const cell = row.cells[name]?.trim() ?? "";
      if (cell !== "" && cell !== "NULL") cells[name] = String(shareOf(Number(cell), days, index));
    }
    yield { line: row.line, cells };
  }
}

/** The part of a whole number that falls on one of its days; the parts differ by one at most and sum to it. */
export function shareOf(total: number, days: number, index: number): number {
  const base = Math.floor(total / days);
  const rest = total - base * days;
  return base + Math.floor(((index + 1) * rest) / days) - Math.floor((index * rest) / days);
}

/** The first and last day that a row covers; null where its day is none. A month may be said as YYYY-MM. */
export function spanOf(text: string, { every, periodIs }: Period): { first: Day; last: Day } | null {
  if (every === "month" && /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) {
    return { first: `${text}-01`, last: monthEnd(text) };
  }
  if (!isDay(text)) return null;
  if (every === "week") {
    return periodIs === "start" ? { first: text, last: addDays(text, 6) } : { first: addDays(text, -6), last: text };
  }
  if (periodIs === "start") return { first: text, last: addDays(addMonths(text, 1), -1) };
  // The month that ends on its last day is the whole month, not the one since the 28th of a short one.
  const isMonthEnd = text === monthEnd(text.slice(0, 7));
  return { first: isMonthEnd ? `${text.slice(0, 7)}-01` : addDays(addMonths(text, -1), 1), last: text };
}
