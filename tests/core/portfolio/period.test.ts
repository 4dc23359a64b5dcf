import { expect, test } from "vitest";
import { daysBetweenEnds, monthsUntil, periodOf, shiftedPeriod } from "@/lib/core/portfolio/period";

const NOTHING = { from: null, to: null };

test("the default compares the day before the fiscal quarter with today", () => {
  expect(periodOf(NOTHING, "2026-11-30", 12)).toEqual({ from: "2026-08-31", to: "2026-11-30" });
  expect(periodOf(NOTHING, "2026-11-30", 1)).toEqual({ from: "2026-09-30", to: "2026-11-30" });
});

test("a quarter that has only begun is compared from the start of the one before", () => {
  expect(periodOf(NOTHING, "2026-12-05", 12)).toEqual({ from: "2026-08-31", to: "2026-12-05" });
});

test("a period that ends after today ends today, one that starts at its end is not taken", () => {
  expect(periodOf({ from: "2026-10-31", to: "2027-01-31" }, "2026-11-30", 12)).toEqual({
    from: "2026-10-31",
    to: "2026-11-30",
  });
  expect(periodOf({ from: "2026-11-30", to: "2026-11-30" }, "2026-11-30", 12).from).toBe("2026-08-31");
});

test("month ends stay month ends when the period moves by a quarter", () => {
  const period = { from: "2026-08-31", to: "2026-11-30" };
  expect(shiftedPeriod(period, -1, "2026-11-30")).toEqual({ from: "2026-05-31", to: "2026-08-31" });
  expect(shiftedPeriod(period, 1, "2026-11-30")).toBeNull();
  expect(shiftedPeriod({ from: "2026-05-31", to: "2026-08-31" }, 1, "2026-11-15")).toEqual({
    from: "2026-08-31",
    to: "2026-11-15",
  });
});

test("thirteen months end with today", () => {
  const months = monthsUntil("2026-03-10");
  expect(months).toHaveLength(13);
  expect([months[0], months[11], months[12]]).toEqual(["2025-03-31", "2026-02-28", "2026-03-10"]);
});

test("who moved is drawn over at most two ends of months between the days", () => {
  expect(daysBetweenEnds({ from: "2026-08-31", to: "2026-11-30" })).toEqual(["2026-09-30", "2026-10-31"]);
  expect(daysBetweenEnds({ from: "2026-11-05", to: "2026-11-20" })).toEqual([]);
  expect(daysBetweenEnds({ from: "2025-11-30", to: "2026-11-30" })).toEqual(["2026-03-31", "2026-07-31"]);
});
