/** A calendar date as "YYYY-MM-DD"; compares and sorts as text. */
export type Day = string;
/** A calendar month as "YYYY-MM". */
export type Month = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a year has a 29 February in the Gregorian calendar.
 * @example isLeapYear(2028) // → true */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; month is 1–12.
 * @example daysInMonth(2028, 2) // → 29 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether text is a real calendar date.
 * @example isDay("2027-02-29") // → false */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01 (days-from-civil, H. Hinnant). Throws on what is not a date.
 * @example dayNumber("1970-01-02") // → 1 */
export function dayNumber(day: Day): number {
  const [years, month, date] = [digitsIn(day, 0, 4), digitsIn(day, 5, 7), digitsIn(day, 8, 10)];
  if (!(years + month + date >= 0) || day.length !== 10 || day[4] !== "-" || day[7] !== "-")
    throw new RangeError(`dayNumber requires a date as YYYY-MM-DD, got "${day}"`);
  const year = years - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The number that the characters from `start` to `end` write in digits, NaN where one is no digit. */
function digitsIn(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

/** The date of a day number: the inverse of dayNumber.
 * @example dayOf(59) // → "1970-03-01" */
export function dayOf(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** dayOf that remembers: many rows are of a few hundred days.
 * @example daysRemembered()(59) // → "1970-03-01" */
export function daysRemembered(): (number: number) => Day {
  const days = new Map<number, Day>();
  return (number) => {
    const known = days.get(number);
    if (known !== undefined) return known;
    const day = dayOf(number);
    days.set(number, day);
    return day;
  };
}

/** The date a number of days later (negative: earlier).
 * @example addDays("2028-02-28", 1) // → "2028-02-29" */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/** Days from one date to another; negative when the second is earlier.
 * @example daysBetween("2026-11-30", "2027-01-27") // → 58 */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The date a number of months later, held to the month's last day.
 * @example addMonths("2026-01-31", 1) // → "2026-02-28" */
export function addMonths(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const date = Math.min(Number(day.slice(8, 10)), daysInMonth(year, month));
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** The month of a date.
 * @example monthOf("2026-11-30") // → "2026-11" */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The last date of a month.
 * @example monthEnd("2028-02") // → "2028-02-29" */
export function monthEnd(month: Month): Day {
  return `${month}-${String(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))).padStart(2, "0")}`;
}

/** 0 = Sunday … 6 = Saturday.
 * @example weekdayOf("2026-11-30") // → 1 */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The first Monday after a day.
 * @example mondayAfter("2026-11-30") // → "2026-12-07"
 * @example mondayAfter("2026-11-29") // → "2026-11-30" */
export function mondayAfter(day: Day): Day {
  return addDays(day, ((7 - weekdayOf(day)) % 7) + 1);
}

/** First date of the fiscal quarter that holds a date; the fiscal year starts on the first of `startMonth` (1–12).
 * @example fiscalQuarterStart("2026-11-30", 12) // → "2026-09-01" */
export function fiscalQuarterStart(day: Day, startMonth: number): Day {
  const back = (((Number(day.slice(5, 7)) - startMonth) % 3) + 3) % 3;
  return addMonths(`${monthOf(day)}-01`, -back);
}
