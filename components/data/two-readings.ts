import { isDay } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";

/** One cell as two people would read it; null where both read the same. */
export interface TwoReadings {
  cell: string;
  first: string;
  second: string;
}

const DATE = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})/;

/** A date day-first and month-first: 03/04/2026 is 3 Apr 2026 or 4 Mar 2026. */
export function dateBothWays(cell: string): TwoReadings | null {
  const [, first = "", second = "", year = ""] = DATE.exec(cell.trim()) ?? [];
  const full = year.length === 2 ? `20${year}` : year;
  const day = (month: string, date: string) => `${full}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const [dayFirst, monthFirst] = [day(second, first), day(first, second)];
  if (!isDay(dayFirst) || !isDay(monthFirst) || dayFirst === monthFirst) return null;
  return { cell, first: dayText(dayFirst), second: dayText(monthFirst) };
}

/** A number with a point and with a comma as its decimal mark: 1.234 is a little more than one, or a thousand. */
export function numberBothWays(cell: string): TwoReadings | null {
  const text = cell.replace(/[^\d.,-]/g, "");
  const read = (decimal: "." | ",") => {
    const plain = decimal === "." ? text.replaceAll(",", "") : text.replaceAll(".", "").replace(",", ".");
    const number = Number(plain);
    return plain !== "" && Number.isFinite(number)
      ? number.toLocaleString("en-US", { maximumFractionDigits: 6 })
      : "unreadable";
  };
  const [first, second] = [read("."), read(",")];
  return first === second ? null : { cell, first, second };
}
