import { type Day, dayNumber, daysBetween, type Month } from "@/lib/core/calendar";

const LOCALE = "en-US";
const MILLIS_PER_DAY = 86_400_000;
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const found = cache.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  cache.set(key, found);
  return found as Intl.NumberFormat;
}

// A day is shown as the calendar says it: the instant is its midnight in UTC and is read in UTC again.
function dates(day: Day, options: Intl.DateTimeFormatOptions): string {
  const key = `d${JSON.stringify(options)}`;
  const found = cache.get(key) ?? new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  cache.set(key, found);
  return (found as Intl.DateTimeFormat).format(dayNumber(day) * MILLIS_PER_DAY);
}

/** Digits after the point of a currency's minor unit: minorDigits("USD") → 2, minorDigits("JPY") → 0. */
export function minorDigits(currency: string): number {
  return numbers({ style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function major(cents: number, currency: string): number {
  return cents / 10 ** minorDigits(currency);
}

/** Money in short: moneyShort(41_200_000, "USD") → "$412k", moneyShort(182_000_000, "USD") → "$1.82M"; "—" where unknown. */
export function moneyShort(cents: number | null, currency: string): string {
  if (cents === null) return "—";
  const amount = major(cents, currency);
  const size = Math.abs(amount);
  const maximumFractionDigits = size >= 1e6 ? 2 : 0;
  // The least is said as well: browsers and Node differ in what they take it to be.
  const digits = { minimumFractionDigits: 0, maximumFractionDigits };
  const text = numbers({ style: "currency", currency, notation: "compact", ...digits }).format(amount);
  return text.replace("K", "k");
}

/** Money in full, for titles and tables: moneyFull(41_234_500, "USD") → "$412,345". */
export function moneyFull(cents: number | null, currency: string): string {
  if (cents === null) return "—";
  return numbers({ style: "currency", currency, maximumFractionDigits: 0 }).format(major(cents, currency));
}

/** dayText("2027-01-27") → "27 Jan 2027"; "—" where unknown. */
export function dayText(day: Day | null): string {
  return day === null ? "—" : dates(day, { day: "numeric", month: "short", year: "numeric" }).replace("Sept", "Sep");
}

/** dayShort("2027-01-27") → "27 Jan". */
export function dayShort(day: Day | null): string {
  return day === null ? "—" : dates(day, { day: "numeric", month: "short" }).replace("Sept", "Sep");
}

/** weekdayText("2026-11-30") → "Mon". */
export function weekdayText(day: Day): string {
  return dates(day, { weekday: "short" });
}

/** A day beside another: dayNear("2026-08-31", "2026-11-30") → "31 Aug"; in another year it says so: "31 Oct 2025". */
export function dayNear(day: Day, other: Day): string {
  return day.slice(0, 4) === other.slice(0, 4) ? dayShort(day) : dayText(day);
}

/** monthText("2026-11") → "Nov 2026". */
export function monthText(month: Month): string {
  return dates(`${month}-01`, { month: "short", year: "numeric" }).replace("Sept", "Sep");
}

/** Days up to 120, then months of 30.44 days: durationText(58) → "58 d", durationText(184) → "6 mo". */
export function durationText(days: number): string {
  return Math.abs(days) <= 120 ? `${days} d` : `${Math.round(days / 30.4375)} mo`;
}

/** How far a day is from today: untilText("2026-11-30", "2027-01-27") → "58 d"; the past says so: "12 d ago". */
export function untilText(today: Day, day: Day | null): string {
  if (day === null) return "—";
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  return days < 0 ? `${durationText(-days)} ago` : durationText(days);
}

/** The same within a sentence: inText("2026-11-30", "2027-01-27") → "in 58 d"; "today" and "12 d ago" stand as they are. */
export function inText(today: Day, day: Day): string {
  return day > today ? `in ${untilText(today, day)}` : untilText(today, day);
}

/** countText(1234) → "1,234". */
export function countText(count: number): string {
  return numbers({}).format(count);
}

/** A share with what it is of; below 20 the counts speak: shareText(15, 121) → "12% (n = 121)", shareText(3, 8) → "3 of 8". */
export function shareText(part: number, whole: number): string {
  if (whole < 20) return `${countText(part)} of ${countText(whole)}`;
  return `${percentText(part / whole)} (n = ${countText(whole)})`;
}

/** percentText(0.124) → "12%". */
export function percentText(share: number): string {
  return numbers({ style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** Points earned of possible: pointsText(7.96, 15) → "8 of 15"; tenths where a weight is small: "0.4 of 1.5". */
export function pointsText(earned: number, possible: number): string {
  const options = { maximumFractionDigits: possible < 10 && !Number.isInteger(possible) ? 1 : 0 };
  const text = (value: number) => numbers(options).format(value === 0 ? 0 : value);
  return `${text(earned)} of ${text(possible)}`;
}

/** To the tenth, so that points beneath each other compare: signedPoints(-3.2) → "−3.2", signedPoints(4) → "+4.0". */
export function signedPoints(points: number): string {
  const text = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Math.abs(points));
  if (text === "0.0") return "0";
  return `${points < 0 ? "−" : "+"}${text}`;
}

/** A change in words, for readers: changeWords(-17, 30) → "down 17 points in 30 days". */
export function changeWords(points: number, days?: number): string {
  const span = days === undefined ? "" : ` in ${days} days`;
  const size = Math.round(Math.abs(points));
  if (size === 0) return `unchanged${span}`;
  return `${points > 0 ? "up" : "down"} ${size} ${size === 1 ? "point" : "points"}${span}`;
}
