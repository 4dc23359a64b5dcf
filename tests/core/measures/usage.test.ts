import { describe, expect, test } from "vitest";
import { MISSING, NONE } from "@/lib/core/measures/reading";
import { AS_OF } from "./hand-slices";
import { readingOf } from "./reading-of";

/** Counters that stand at `totals[0]` today, `totals[1]` a window of 28 ago and so on. */
const over = (...totals: number[]) => Object.fromEntries(totals.map((total, i) => [28 * i, total]));
const users = (...totals: number[]) => ({ active_users: over(...totals) });
const rows = (...totals: number[]) => ({ active_users_days: over(...totals) });

describe("licence utilisation", () => {
  test("mean daily active users over the days with a row, of the seats in force", () => {
    const columns = { ...users(1900, 500), ...rows(60, 40), seats: 100 };
    expect(readingOf("licence_utilisation", { columns })).toBe(70);
  });
  test("rows on exactly half of the days are enough, one fewer is missing", () => {
    expect(readingOf("licence_utilisation", { columns: { ...users(140), ...rows(14), seats: 20 } })).toBe(50);
    expect(readingOf("licence_utilisation", { columns: { ...users(130), ...rows(13), seats: 20 } })).toBe(MISSING);
  });
  test("rows that say 0 are a reading of 0, no rows are none at all", () => {
    expect(readingOf("licence_utilisation", { columns: { ...rows(28), seats: 20 } })).toBe(0);
    expect(readingOf("licence_utilisation", { columns: { seats: 20 } })).toBe(MISSING);
  });
  test("an account without seats has no licences to use", () => {
    expect(readingOf("licence_utilisation", { columns: { ...users(140), ...rows(28) } })).toBe(NONE);
    expect(readingOf("licence_utilisation", { columns: { ...users(140), ...rows(28), seats: 0 } })).toBe(NONE);
  });
  test("the window is adjustable from 14 to 365 days", () => {
    const columns = { active_users: { 0: 420, 14: 280 }, active_users_days: { 0: 100, 14: 86 }, seats: 20 };
    expect(readingOf({ key: "licence_utilisation", window: 14 }, { columns })).toBe(50);
    for (const window of [13, 366, 20.5])
      expect(() => readingOf({ key: "licence_utilisation", window }, { columns })).toThrow(
        "licence_utilisation requires a window of 14 to 365 days",
      );
  });
});

describe("trends", () => {
  test("28 days against the 28 before, in percent, by the mean a day with a row", () => {
    const columns = { ...users(1900, 1000, 0), ...rows(48, 28, 0) };
    expect(readingOf("active_user_trend", { columns })).toBeCloseTo(26, 10);
    expect(readingOf("active_user_trend", { columns: { ...users(1560, 1000, 0), ...rows(56, 28, 0) } })).toBe(-44);
  });
  test("a trend against 0 is missing, a fall to 0 is −100%", () => {
    expect(readingOf("active_user_trend", { columns: { ...users(900, 0, 0), ...rows(56, 28, 0) } })).toBe(MISSING);
    expect(readingOf("active_user_trend", { columns: { ...users(900, 900, 0), ...rows(56, 28, 0) } })).toBe(-100);
  });
  test("too few days in either window are missing", () => {
    expect(readingOf("active_user_trend", { columns: { ...users(90, 50, 0), ...rows(41, 28, 0) } })).toBe(MISSING);
    expect(readingOf("active_user_trend", { columns: { ...users(90, 50, 0), ...rows(41, 13, 0) } })).toBe(MISSING);
  });
  test("volume goes by events", () => {
    const columns = { events: over(30_000, 10_000, 0), events_days: over(56, 28, 0) };
    expect(readingOf("volume_trend", { columns })).toBe(100);
  });
  test("session length goes by minutes for each active user, so fewer users alone change nothing", () => {
    const session = { session_minutes: over(1500, 1000, 0), session_days: over(56, 28, 0) };
    expect(readingOf("session_length_trend", { columns: { ...session, ...users(150, 100, 0), ...rows(56, 28) } })).toBe(
      0,
    );
    const nobody = { ...session, ...users(100, 100, 0), ...rows(56, 28) };
    expect(readingOf("session_length_trend", { columns: nobody })).toBe(NONE);
    expect(readingOf("session_length_trend", { columns: session })).toBe(MISSING);
  });
});

test("stickiness is missing where the source gives no distinct users", () => {
  const columns = { ...users(280), ...rows(28) };
  expect(readingOf("stickiness", { columns: { ...columns, distinct_users: 40 } })).toBe(25);
  expect(readingOf("stickiness", { columns })).toBe(MISSING);
  expect(readingOf("stickiness", { columns: { ...columns, distinct_users: 0 } })).toBe(NONE);
});

test("active days count, so an account without rows has 0", () => {
  expect(readingOf("active_days", { columns: { active_days: over(90, 70) } })).toBe(20);
  expect(readingOf("active_days", {})).toBe(0);
});

test("feature breadth is a mean over the days that give features", () => {
  expect(readingOf("feature_breadth", { columns: { features_used: over(70), features_days: over(20) } })).toBe(3.5);
  expect(readingOf("feature_breadth", { columns: { features_used: over(70), features_days: over(13) } })).toBe(MISSING);
});

test("modules adopted are a share of the entitled, none without any", () => {
  expect(readingOf("modules_adopted", { columns: { modules_adopted: 3, modules_entitled: 4 } })).toBe(75);
  expect(readingOf("modules_adopted", { columns: { modules_adopted: 0, modules_entitled: 0 } })).toBe(NONE);
  expect(readingOf("modules_adopted", {})).toBe(NONE);
  expect(readingOf("modules_new", { columns: { modules_new: { 0: 5, 90: 3 } } })).toBe(2);
});

test("seat use is 28-day distinct users of the seats, missing without distinct users or a row within the window", () => {
  const columns = { distinct_users: 60, seats: 80, last_usage_day: AS_OF };
  expect(readingOf("seat_use", { columns })).toBe(75);
  expect(readingOf("seat_use", { columns: { ...columns, distinct_users: null } })).toBe(MISSING);
  expect(readingOf("seat_use", { columns: { ...columns, last_usage_day: AS_OF - 27 } })).toBe(75);
  expect(readingOf("seat_use", { columns: { ...columns, last_usage_day: AS_OF - 28 } })).toBe(MISSING);
  expect(readingOf("seat_use", { columns: { ...columns, seats: 0 } })).toBe(NONE);
});

test("the seat use trend compares today with the start of its window", () => {
  const columns = {
    distinct_users: { 0: 60, 90: 40 },
    seats: { 0: 100, 90: 80 },
    last_usage_day: { 0: AS_OF, 90: AS_OF - 90 },
  };
  expect(readingOf("seat_use_trend", { columns })).toBeCloseTo(20, 10);
  expect(readingOf("seat_use_trend", { columns: { ...columns, seats: { 0: 100, 90: 0 } } })).toBe(MISSING);
});
