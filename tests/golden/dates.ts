import type { GoldenCase } from "./golden-case";
import { valueCase } from "./value-case";
import { DAY, MOMENT } from "./value-frames";

const CHOOSE = "choose day-first or month-first dates for this column";
const NO_DAY = "!is no day of the calendar";
const NO_TIME = "!has no time of day as hh:mm:ss after its date, or a zone that is not +hh:mm";

export const DATES: GoldenCase[] = [
  valueCase("ISO dates", DAY, undefined, [
    ["2026-01-02", "2026-01-02"],
    ["2026/1/3", "2026-01-03"],
    ["2026.01.04", "2026-01-04"],
    ["20260105", "2026-01-05"],
    ["  2026-01-06  ", "2026-01-06"],
  ]),
  valueCase("the day of a moment is the day as written", DAY, undefined, [
    ["2026-01-02T23:59:59Z", "2026-01-02"],
    ["2026-01-03 00:30:00+05:30", "2026-01-03"],
  ]),
  valueCase("days that are not in the calendar", DAY, undefined, [
    ["2026-02-29", NO_DAY],
    ["2028-02-29", "2028-02-29"],
    ["2026-13-01", NO_DAY],
    ["2026-00-10", NO_DAY],
    ["0000-00-00", NO_DAY],
    ["2026-04-31", NO_DAY],
  ]),
  valueCase("placeholders before 1900", DAY, undefined, [
    ["0001-01-01", "!is before 1900"],
    ["1899-12-31", "!is before 1900"],
    ["1900-01-01", "1900-01-01"],
    ["9999-12-31", "9999-12-31"],
  ]),
  valueCase("words that are no dates", DAY, undefined, [
    ["soon", "!is not a date as YYYY-MM-DD"],
    ["2026-01", "!is not a date as YYYY-MM-DD"],
    ["Q1 2026", "!is not a date as YYYY-MM-DD"],
    ["03/2026", "!is not a date as YYYY-MM-DD"],
  ]),
  valueCase("day-first dates", DAY, { dates: "dmy" }, [
    ["03/04/2026", "2026-04-03"],
    ["3.4.2026", "2026-04-03"],
    ["31-12-2025", "2025-12-31"],
    ["12/31/2025", NO_DAY],
    ["2026-04-03", "2026-04-03"],
  ]),
  valueCase("month-first dates", DAY, { dates: "mdy" }, [
    ["03/04/2026", "2026-03-04"],
    ["3-4-2026", "2026-03-04"],
    ["12/31/2025", "2025-12-31"],
    ["31/12/2025", NO_DAY],
  ]),
  valueCase("dates in no stated order: only what can be one date is taken", DAY, undefined, [
    ["03/04/2026", `!may be day-first or month-first; ${CHOOSE}`],
    ["25/04/2026", "2026-04-25"],
    ["04/25/2026", "2026-04-25"],
    ["05/05/2026", "2026-05-05"],
    ["25/04/26", `!has a two-digit year; ${CHOOSE}`],
  ]),
  valueCase("two-digit years, from 70 on of the last century", DAY, { dates: "dmy" }, [
    ["01/02/26", "2026-02-01"],
    ["01.02.69", "2069-02-01"],
    ["01-02-70", "1970-02-01"],
    ["01/02/99", "1999-02-01"],
  ]),
  valueCase("months by name", DAY, undefined, [
    ["3 Mar 2026", "2026-03-03"],
    ["03-Mar-26", "2026-03-03"],
    ["3rd March 2026", "2026-03-03"],
    ["Mar 3, 2026", "2026-03-03"],
    ["September 30, 2026", "2026-09-30"],
    ["Tue, 3 Mar 2026", "2026-03-03"],
    ["2026-Mar-03", "2026-03-03"],
    ["30 Feb 2026", NO_DAY],
    ["3 Foo 2026", "!is not a date as YYYY-MM-DD"],
  ]),
  valueCase("Excel's serial dates", DAY, { dates: "excel" }, [
    ["46023", "2026-01-01"],
    ["46023.75", "2026-01-01"],
    ["61", "1900-03-01"],
    ["60", "!is no date that Excel counts"],
    ["2026-01-02", "2026-01-02"],
  ]),
  valueCase("a number where a date is due is never guessed to be Excel's", DAY, undefined, [
    ["46023", "!is a number, not a date; if it counts days as Excel does, choose Excel dates"],
    ["1", "!is a number, not a date; if it counts days as Excel does, choose Excel dates"],
  ]),
  valueCase("seconds and milliseconds since 1970", DAY, undefined, [
    ["1767225600", "2026-01-01"],
    ["1767225600000", "2026-01-01"],
    ["1767225599", "2025-12-31"],
  ]),
  valueCase("moments with zones", MOMENT, undefined, [
    ["2026-01-02T10:00:00Z", "2026-01-02 10:00:00"],
    ["2026-01-02T10:00:00.250+02:00", "2026-01-02 08:00:00.25"],
    ["2026-01-02 10:00:00 UTC", "2026-01-02 10:00:00"],
    ["2026-01-02 10:00 -0800", "2026-01-02 18:00:00"],
    ["2026-01-02 10:00+05", "2026-01-02 05:00:00"],
    ["Fri, 02 Jan 2026 10:00:00 GMT", "2026-01-02 10:00:00"],
    ["1767348000", "2026-01-02 10:00:00"],
    ["1767348000500", "2026-01-02 10:00:00.5"],
  ]),
  valueCase("moments without a zone are the organisation's, summer and winter", MOMENT, undefined, [
    ["2026-01-02 10:00:00", "2026-01-02 09:00:00"],
    ["2026-07-02T10:00", "2026-07-02 08:00:00"],
    ["2026-07-02", "2026-07-01 22:00:00"],
  ]),
  valueCase("moments by the twelve-hour clock", MOMENT, { dates: "mdy" }, [
    ["1/2/2026 12:00 AM", "2026-01-01 23:00:00"],
    ["1/2/2026 12:00 PM", "2026-01-02 11:00:00"],
    ["1/2/2026, 3:04:05 pm", "2026-01-02 14:04:05"],
    ["1/2/2026 13:00 PM", NO_TIME],
  ]),
  valueCase("moments as Excel counts them", MOMENT, { dates: "excel" }, [
    ["46024.5", "2026-01-02 11:00:00"],
    ["46024,25", "2026-01-02 05:00:00"],
    ["46024.999999", "2026-01-02 23:00:00"],
  ]),
  valueCase("times that no clock shows, zones by name", MOMENT, undefined, [
    ["2026-01-02 24:00", NO_TIME],
    ["2026-01-02 10:60", NO_TIME],
    ["2026-01-02 10:00:61", NO_TIME],
    ["2026-01-02 10:00 EST", NO_TIME],
    ["2026-01-02 10:00+25:00", NO_TIME],
    ["2026-01-02T", NO_TIME],
  ]),
];
