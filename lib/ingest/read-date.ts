import { type Day, dayOf, isDay } from "@/lib/core/calendar";
import { readTime } from "./read-time";

export type DateOrder = "iso" | "dmy" | "mdy" | "excel";

/** A date as it was written: without a time it is the day; without a zone the time is the organisation's own. */
export type ReadDate = { day: Day; time: string | null; zone: string | null } | { fault: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|[T ])/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const NAMED = [
  /^(?<d>\d{1,2})(?:st|nd|rd|th)?[\s-]*(?<m>[a-z]{3,9})\.?,?[\s-]*(?<y>\d{4}|\d{2})(?!\d)/i,
  /^(?<m>[a-z]{3,9})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)/i,
  /^(?<y>\d{4})[\s-](?<m>[a-z]{3,9})[\s-](?<d>\d{1,2})(?!\d)/i,
];
const EPOCH = /^(\d{10})(?:\.\d+)?$|^(\d{13})$/;
const SERIAL = /^(\d{1,6})(?:[.,](\d+))?$/;

/** Reads a date in the given order. What can only be one date is read in any order; 03/04/2026 only when the order is given.
 * A two-digit year from 70 on is 19xx, below it 20xx. */
export function readDate(raw: string, order: DateOrder): ReadDate {
  const text = raw.trim().replace(WEEKDAY, "");
  const epoch = EPOCH.exec(text);
  if (epoch) return fromEpoch(epoch[1] ? Number(epoch[1]) : Number(epoch[2]) / 1000);
  const serial = SERIAL.exec(text);
  if (serial && order === "excel") return fromSerial(Number(serial[1]), Number(`0.${serial[2] ?? 0}`));
  if (serial && !COMPACT.test(text))
    return { fault: "is a number, not a date; if it counts days as Excel does, choose Excel dates" };
  const match = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (match) return on(match, [match[1], match.at(-2), match.at(-1)], text);
  const last = YEAR_LAST.exec(text);
  if (last) return yearLast(last, order, text);
  for (const pattern of NAMED) {
    const named = pattern.exec(text);
    const month = MONTHS.findIndex((name) => named?.groups?.m?.toLowerCase().startsWith(name)) + 1;
    if (named?.groups && month > 0) return on(named, [fullYear(named.groups.y), String(month), named.groups.d], text);
  }
  return { fault: "is not a date as YYYY-MM-DD" };
}

function yearLast(match: RegExpExecArray, order: DateOrder, text: string): ReadDate {
  const [, first = "", , second = "", year = ""] = match;
  const hint = dateHint(match[0]);
  const isShort = year.length === 2;
  const inOrder = order === "dmy" || order === "mdy" ? order : isShort || hint === "either" ? null : hint;
  if (inOrder === null) {
    const why = isShort ? "has a two-digit year" : "may be day-first or month-first";
    return { fault: `${why}; choose day-first or month-first dates for this column` };
  }
  const [month, day] = inOrder === "mdy" ? [first, second] : [second, first];
  return on(match, [fullYear(year), month, day], text);
}

/** What a date says about its column's order: `plain` reads alike in each, `either` decides nothing. Null: no date. */
export function dateHint(raw: string): "plain" | "dmy" | "mdy" | "either" | null {
  const text = raw.trim().replace(WEEKDAY, "");
  const match = YEAR_LAST.exec(text);
  if (!match) return SERIAL.test(text) || EPOCH.test(text) || "fault" in readDate(text, "iso") ? null : "plain";
  const [first, second, year] = [Number(match[1]), Number(match[3]), match[4] ?? ""];
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)) return null;
  if (year.length === 2 && match[2] === "-" && second <= 12) return "either";
  if (first > 12) return "dmy";
  if (second > 12) return "mdy";
  return first === second && year.length === 4 ? "plain" : "either";
}

function fullYear(year = ""): string {
  return year.length === 2 ? `${Number(year) >= 70 ? "19" : "20"}${year}` : year;
}

function on(match: RegExpExecArray, [y = "", m = "", d = ""]: Array<string | undefined>, text: string): ReadDate {
  const day = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  if (!isDay(day)) return { fault: "is no day of the calendar" };
  if (day < "1900") return { fault: "is before 1900" };
  const rest = text.slice(match[0].length);
  if (rest.trim() === "") return { day, time: null, zone: null };
  const time = readTime(rest);
  return time
    ? { day, ...time }
    : { fault: "has no time of day as hh:mm:ss after its date, or a zone that is not +hh:mm" };
}

function fromEpoch(seconds: number): ReadDate {
  const days = Math.floor(seconds / 86400);
  return { day: dayOf(days), time: clock(seconds - days * 86400), zone: "Z" };
}

/** Days since 1899-12-30, as Excel counts from March 1900 on. */
function fromSerial(days: number, fraction: number): ReadDate {
  if (days < 61 || days > 2958465) return { fault: "is no date that Excel counts" };
  const seconds = Math.round(fraction * 86400);
  const day = dayOf(days - 25569 + (seconds === 86400 ? 1 : 0));
  return { day, time: seconds % 86400 === 0 ? null : clock(seconds), zone: null };
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const rest = Math.round((seconds - whole) * 1000);
  const text = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, "0")}`;
}
