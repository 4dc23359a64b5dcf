import { expect, test } from "vitest";
import { MISSING, NONE } from "@/lib/core/measures/reading";
import { AS_OF } from "./hand-slices";
import { readingOf } from "./reading-of";

test.each([
  ["days_since_two_way", "last_two_way_day"],
  ["days_since_executive", "last_executive_day"],
  ["days_since_key_contact_left", "last_key_left_day"],
])("%s counts from the latest, from customer_since where it never happened", (key, column) => {
  expect(readingOf(key, { customerSince: AS_OF - 400, columns: { [column]: AS_OF - 12 } })).toBe(12);
  expect(readingOf(key, { customerSince: AS_OF - 92 })).toBe(92);
  expect(readingOf(key, { customerSince: AS_OF + 5 })).toBe(0);
  expect(readingOf(key, {})).toBe(NONE);
});

test("meeting attendance is none where no meeting was held", () => {
  const columns = { meetings_planned: { 0: 9, 90: 5 }, meetings_attended: { 0: 7, 90: 4 } };
  expect(readingOf("meeting_attendance", { columns })).toBe(75);
  expect(readingOf("meeting_attendance", {})).toBe(NONE);
});

test("response time is the mean hours of the window", () => {
  const columns = { response_minutes: { 0: 900, 60: 300 }, response_n: { 0: 6, 60: 2 } };
  expect(readingOf("response_hours", { columns })).toBeCloseTo(2.5, 12);
  expect(readingOf("response_hours", {})).toBe(NONE);
});

test("programme participation counts, nothing is 0", () => {
  expect(readingOf("programme_participation", { columns: { programme_touches: { 0: 4, 180: 1 } } })).toBe(3);
  expect(readingOf("programme_participation", {})).toBe(0);
});

test("review alignment is the latest review's level, none where no review says", () => {
  for (const level of [0, 1, 2]) expect(readingOf("review_alignment", { columns: { alignment: level } })).toBe(level);
  expect(readingOf("review_alignment", {})).toBe(NONE);
});

test.each([
  ["active_champions", "active_champions"],
  ["engaged_contacts", "engaged_contacts"],
  ["buying_roles", "buying_roles"],
  ["departments_covered", "departments"],
  ["power_users", "power_users"],
])("%s counts contacts, nothing is 0", (key, column) => {
  expect(readingOf(key, { columns: { [column]: 3 } })).toBe(3);
  expect(readingOf(key, {})).toBe(0);
});

test("an account with at most one engaged contact is single-threaded", () => {
  const single = (contacts: number) => readingOf("single_threaded", { columns: { engaged_contacts: contacts } });
  expect([0, 1, 2].map(single)).toEqual([1, 1, 0]);
});

test("surveys: NPS from −100 to 100, means to a tenth, none without answers", () => {
  const columns = {
    nps_n: { 0: 14, 180: 4 },
    nps_net: { 0: 1, 180: 4 },
    csat_survey_n: 4,
    csat_survey_tenths: { 0: 171, 180: 0 },
    ces_n: { 0: 2, 180: 0 },
    ces_tenths: { 0: 113, 180: 0 },
  };
  expect(readingOf("nps", { columns })).toBe(-30);
  expect(readingOf("csat_survey", { columns: { ...columns, csat_survey_n: { 0: 4, 180: 0 } } })).toBeCloseTo(4.275, 12);
  expect(readingOf("ces", { columns })).toBeCloseTo(5.65, 12);
  for (const key of ["nps", "csat_survey", "ces"]) expect(readingOf(key, {})).toBe(NONE);
});

test("headcount change compares the latest value of a year with the latest of the year before", () => {
  const now = { value: 220, day: AS_OF - 20, n: 9, sum: 0 };
  const then = { value: 200, day: AS_OF - 380, n: 5, sum: 0 };
  expect(readingOf("headcount_change", { metrics: { headcount: { 0: now, 365: then } } })).toBeCloseTo(10, 12);
  expect(readingOf("headcount_change", { metrics: { headcount: { 0: now } } })).toBe(MISSING);
  expect(readingOf("headcount_change", { metrics: { headcount: { 0: { ...then, value: 9 }, 365: then } } })).toBe(
    MISSING,
  );
  expect(readingOf("headcount_change", { metrics: { headcount: { 0: now, 365: { ...then, value: 0 } } } })).toBe(
    MISSING,
  );
});

test("signed events may sum below 0", () => {
  expect(readingOf("signed_events", { columns: { event_signs: { 0: -1, 180: 2 } } })).toBe(-3);
  expect(readingOf("signed_events", {})).toBe(0);
});
