/** The hour of the day, in the organisation's zone, at which the run of the day is computed. */
export const DAILY_HOUR = 6;

/** The latest moment by now at which clocks in a time zone showed the daily hour; on days of a clock change off by that hour. */
export function lastDailyHour(now: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).formatToParts(now);
  const part = (type: string) => Number(parts.find((other) => other.type === type)?.value ?? 0);
  const minutes = (part("hour") % 24) * 60 + part("minute") - DAILY_HOUR * 60;
  const since = minutes < 0 ? minutes + 24 * 60 : minutes;
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000 - since * 60_000);
}
