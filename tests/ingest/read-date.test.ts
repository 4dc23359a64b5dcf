import { describe, expect, test } from "vitest";
import { type DateOrder, dateHint, readDate } from "@/lib/ingest/read-date";

const read = (text: string, order: DateOrder = "iso") => {
  const date = readDate(text, order);
  return "fault" in date ? date.fault : [date.day, date.time, date.zone].filter(Boolean).join(" ");
};

describe("dates as people write them", () => {
  test.each([
    ["2026-03-04", "2026-03-04"],
    ["2026/3/4", "2026-03-04"],
    ["2026.03.04", "2026-03-04"],
    ["20260304", "2026-03-04"],
    ["3 Mar 2026", "2026-03-03"],
    ["03-Mar-26", "2026-03-03"],
    ["3-Mar-1998", "1998-03-03"],
    ["1-Jan-70", "1970-01-01"],
    ["1-Jan-69", "2069-01-01"],
    ["3rd March 2026", "2026-03-03"],
    ["Mar 3, 2026", "2026-03-03"],
    ["September 30, 2026", "2026-09-30"],
    ["2026-Mar-03", "2026-03-03"],
    ["Tue, 03 Mar 2026 10:00:00 +0000", "2026-03-03 10:00:00 +00:00"],
    ["25/03/2026", "2026-03-25"],
    ["03/25/2026", "2026-03-25"],
    ["04/04/2026", "2026-04-04"],
    ["2026-03-04T10:11:12Z", "2026-03-04 10:11:12 Z"],
    ["2026-03-04T10:11:12.123456789+02:00", "2026-03-04 10:11:12.123456 +02:00"],
    ["2026-03-04 10:11 UTC", "2026-03-04 10:11:00 Z"],
    ["2026-03-04 10:11:12 +0530", "2026-03-04 10:11:12 +05:30"],
    ["2026-03-04 10:11:12 GMT+2", "has no time of day as hh:mm:ss after its date, or a zone that is not +hh:mm"],
    ["2026-03-04 12:05 AM", "2026-03-04 00:05:00"],
    ["2026-03-04 12:05 pm", "2026-03-04 12:05:00"],
    ["Mar 4, 2026, 3:05:09 p.m.", "2026-03-04 15:05:09"],
    ["1772533380", "2026-03-03 10:23:00 Z"],
    ["1772533380123", "2026-03-03 10:23:00.123 Z"],
  ])("%s is %s in any order", (text, expected) => {
    expect(read(text)).toBe(expected);
    if (!text.startsWith("03/25")) expect(read(text, "dmy")).toBe(expected);
  });

  test.each<[string, DateOrder, string]>([
    ["03/04/2026", "dmy", "2026-04-03"],
    ["03/04/2026", "mdy", "2026-03-04"],
    ["3.4.26", "dmy", "2026-04-03"],
    ["12-31-99", "mdy", "1999-12-31"],
    ["03/04/2026 14:30", "dmy", "2026-04-03 14:30:00"],
    ["46085", "excel", "2026-03-04"],
    ["46085.75", "excel", "2026-03-04 18:00:00"],
    ["46085,5", "excel", "2026-03-04 12:00:00"],
    ["61", "excel", "1900-03-01"],
    ["2026-03-04", "excel", "2026-03-04"],
  ])("%s is read as %s: %s", (text, order, expected) => expect(read(text, order)).toBe(expected));

  const CHOOSE = "choose day-first or month-first dates for this column";
  test.each<[string, DateOrder, string]>([
    ["03/04/2026", "iso", `may be day-first or month-first; ${CHOOSE}`],
    ["03/04/2026", "excel", `may be day-first or month-first; ${CHOOSE}`],
    ["25/03/26", "iso", `has a two-digit year; ${CHOOSE}`],
    ["46085", "iso", "is a number, not a date; if it counts days as Excel does, choose Excel dates"],
    ["25/03/2026", "mdy", "is no day of the calendar"],
    ["2026-02-29", "iso", "is no day of the calendar"],
    ["0001-01-01", "iso", "is before 1900"],
    ["2026-03-04 25:00", "iso", "has no time of day as hh:mm:ss after its date, or a zone that is not +hh:mm"],
    ["2026-03-04 10:00 EST", "iso", "has no time of day as hh:mm:ss after its date, or a zone that is not +hh:mm"],
    ["2026-03-04 13:00 PM", "iso", "has no time of day as hh:mm:ss after its date, or a zone that is not +hh:mm"],
    ["soon", "iso", "is not a date as YYYY-MM-DD"],
    ["03/2026", "iso", "is not a date as YYYY-MM-DD"],
    ["60", "excel", "is no date that Excel counts"],
  ])("%s as %s %s", (text, order, fault) => expect(read(text, order)).toBe(fault));

  test.each([
    ["25/03/2026", "dmy"],
    ["03/25/2026", "mdy"],
    ["03/04/2026", "either"],
    ["04/04/2026", "plain"],
    ["26-03-15", "either"],
    ["25/03/26", "dmy"],
    ["2026-03-04", "plain"],
    ["3 Mar 2026", "plain"],
    ["25/25/2026", null],
    ["46085", null],
    ["12", null],
  ])("%s says %s of its column's order", (text, hint) => expect(dateHint(text)).toBe(hint));
});
