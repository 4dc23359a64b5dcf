import "server-only";
import { TZDate } from "@date-fns/tz";
import { addDays, type Day, weekdayOf } from "@/lib/core/calendar";

/** When digests go out, in minutes of the person's own day: 07:30. */
const DIGEST_MINUTES = 7 * 60 + 30;

/** What calendar and clock show at a moment in a time zone. */
function localTime(now: Date, timeZone: string): { day: Day; minutes: number } {
  const local = new TZDate(now, timeZone);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return { day, minutes: local.getHours() * 60 + local.getMinutes() };
}

/** The latest moment by now at which a digest was due: 07:30 of the day, or of Monday, where the person is. */
export function digestDueSince(now: Date, timeZone: string, cadence: "daily" | "weekly"): Date {
  const { day, minutes } = localTime(now, timeZone);
  const reached = minutes < DIGEST_MINUTES ? addDays(day, -1) : day;
  const of = cadence === "weekly" ? addDays(reached, -((weekdayOf(reached) + 6) % 7)) : reached;
  const [year = 0, month = 1, date = 1] = of.split("-").map(Number);
  const due = new TZDate(year, month - 1, date, Math.floor(DIGEST_MINUTES / 60), DIGEST_MINUTES % 60, timeZone);
  return new Date(due.getTime());
}

/** Whether a moment lies in somebody's quiet hours, "HH:MM" each, over midnight where the end is before the beginning. */
export function isQuiet(now: Date, timeZone: string, from: string | null, until: string | null): boolean {
  if (from === null || until === null || from === until) return false;
  const { minutes } = localTime(now, timeZone);
  const [start, end] = [minutesOf(from), minutesOf(until)];
  return start < end ? minutes >= start && minutes < end : minutes >= start || minutes < end;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}
