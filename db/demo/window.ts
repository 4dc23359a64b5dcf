import { type Day, dayNumber, dayOf } from "@/lib/core/calendar";

/** "Today" of the demo company, which the screens state. */
export const TODAY: Day = "2026-11-30";
export const today = dayNumber(TODAY);
/** The day the company began to work with Bellwether; what lies before is replayed. */
export const GO_LIVE: Day = "2026-08-31";
/** The last fiscal quarter: its start is the last run before 1 September. */
export const quarterStart = dayNumber("2026-08-31");
export const HISTORY_DAYS = 730;
export const START = today - HISTORY_DAYS + 1;
export const ACCOUNTS = 240;
/** Accounts before this number tell stories or are awkward; the rest are drawn. */
export const FIRST_GENERIC = 20;

const texts = new Map<number, Day>();

/** A day number as text, remembered: the writers ask for the same two thousand days again and again. */
export function dayText(day: number): Day {
  let text = texts.get(day);
  if (text === undefined) {
    text = dayOf(day);
    texts.set(day, text);
  }
  return text;
}

/** An instant of a day as COPY takes it; minutes from midnight UTC, in office hours the same date in Berlin. */
export function instantText(day: number, minutes: number): string {
  const clock = Math.max(0, Math.min(1439, Math.round(minutes)));
  return `${dayText(day)} ${String(Math.floor(clock / 60)).padStart(2, "0")}:${String(clock % 60).padStart(2, "0")}:00+00`;
}
