import { addDays, type Day, dayNumber } from "@/lib/core/calendar";
import { at } from "./at";

/** Easter Sundays from 2024 on. */
const EASTER: readonly Day[] = ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28"];
const FIXED: Record<string, readonly string[]> = {
  EMEA: ["01-01", "05-01", "12-24", "12-25", "12-26", "12-31"],
  "North America": ["01-01", "07-04", "12-24", "12-25", "12-31"],
  APAC: ["01-01", "01-02", "05-03", "05-04", "05-05", "12-25", "12-31"],
  LATAM: ["01-01", "05-01", "09-07", "11-15", "12-24", "12-25", "12-31"],
};
const THANKSGIVING: readonly Day[] = ["2024-11-28", "2025-11-27", "2026-11-26"];

const factors = new Map<string, Map<number, number>>();

/** How much of a usual day is worked on a day in a region: public holidays, the quiet days around New Year, the summer. */
export function holidayFactor(region: string, day: number): number {
  let ofRegion = factors.get(region);
  if (!ofRegion) {
    ofRegion = calendarOf(region);
    factors.set(region, ofRegion);
  }
  return ofRegion.get(day) ?? 1;
}

function calendarOf(region: string): Map<number, number> {
  const found = new Map<number, number>();
  for (let year = 2024; year <= 2027; year++) {
    for (let day = dayNumber(`${year}-12-22`); day <= dayNumber(`${year}-12-31`); day++) found.set(day, 0.8);
    for (let day = dayNumber(`${year}-01-02`); day <= dayNumber(`${year}-01-05`); day++) found.set(day, 0.9);
    if (region === "EMEA")
      for (let day = dayNumber(`${year}-07-20`); day <= dayNumber(`${year}-08-23`); day++) found.set(day, 0.92);
    for (const date of FIXED[region] ?? []) found.set(dayNumber(`${year}-${date}`), 0.22);
    if (region !== "APAC") {
      found.set(dayNumber(addDays(at(EASTER, year - 2024), -2)), 0.3);
      if (region === "EMEA") found.set(dayNumber(addDays(at(EASTER, year - 2024), 1)), 0.25);
    }
  }
  if (region === "North America") {
    for (const day of THANKSGIVING) {
      found.set(dayNumber(day), 0.2);
      found.set(dayNumber(day) + 1, 0.5);
    }
  }
  return found;
}
