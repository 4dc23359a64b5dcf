import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  fiscalQuarterStart,
  isDay,
  isLeapYear,
  monthEnd,
  monthOf,
  weekdayOf,
} from "@/lib/core/calendar";

const anyDay = fc.integer({ min: dayNumber("1600-01-01"), max: dayNumber("2400-12-31") }).map(dayOf);

test("leap years are those of the Gregorian calendar", () => {
  expect([1900, 2000, 2023, 2024, 2028, 2100].map(isLeapYear)).toEqual([false, true, false, true, true, false]);
  expect([daysInMonth(2100, 2), daysInMonth(2000, 2), daysInMonth(2026, 11)]).toEqual([28, 29, 30]);
});

test("only real dates are dates", () => {
  expect(isDay("2028-02-29")).toBe(true);
  for (const text of ["2027-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-1-1", "2026-11-30T00:00", ""])
    expect(isDay(text)).toBe(false);
  expect(() => dayNumber("30.11.2026")).toThrow("dayNumber requires a date");
});

test("day numbers and dates are each other's inverse, and agree with the platform's calendar", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayOf(dayNumber(day))).toBe(day);
      expect(dayNumber(day) * 86_400_000).toBe(Date.parse(`${day}T00:00:00Z`));
      expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
    }),
  );
});

test("days are added over a leap day and over years", () => {
  expect([addDays("2028-02-28", 1), addDays("2028-02-28", 2), addDays("2027-02-28", 1)]).toEqual([
    "2028-02-29",
    "2028-03-01",
    "2027-03-01",
  ]);
  expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
  expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
});

test("months are added to the month's last day at most, backwards too", () => {
  expect([addMonths("2027-01-31", 1), addMonths("2028-01-31", 1), addMonths("2028-02-29", 12)]).toEqual([
    "2027-02-28",
    "2028-02-29",
    "2029-02-28",
  ]);
  expect([addMonths("2026-01-15", -1), addMonths("2026-11-30", -12), addMonths("2026-12-31", 2)]).toEqual([
    "2025-12-15",
    "2025-11-30",
    "2027-02-28",
  ]);
  expect([monthOf("2026-11-30"), monthEnd("2027-02"), monthEnd("2026-12")]).toEqual([
    "2026-11",
    "2027-02-28",
    "2026-12-31",
  ]);
});

test("fiscal quarters follow the month in which the fiscal year starts", () => {
  expect(["2026-11-30", "2026-12-01", "2027-02-28", "2027-03-01"].map((day) => fiscalQuarterStart(day, 12))).toEqual([
    "2026-09-01",
    "2026-12-01",
    "2026-12-01",
    "2027-03-01",
  ]);
  expect(fiscalQuarterStart("2026-11-30", 1)).toBe("2026-10-01");
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, start) => {
      const quarter = fiscalQuarterStart(day, start);
      expect(quarter <= day && addMonths(quarter, 3) > day).toBe(true);
      expect((Number(quarter.slice(5, 7)) - start + 12) % 3).toBe(0);
    }),
  );
});
