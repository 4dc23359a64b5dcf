import { expect, test } from "vitest";
import { Period, periodRefusal } from "@/lib/core/scorecard/period";

test("the current month and the two before are open", () => {
  for (const period of ["2027-01", "2026-12", "2026-11"]) expect(periodRefusal(period, "2027-01-02")).toBeNull();
});

test("older months are closed and later ones have not begun", () => {
  expect(periodRefusal("2026-10", "2027-01-02")).toContain("closed");
  expect(periodRefusal("2027-02", "2027-01-02")).toContain("has not begun");
});

test("a month is written YYYY-MM", () => {
  expect(Period.safeParse("2026-11").success).toBe(true);
  for (const text of ["2026-13", "2026-1", "2026-11-01"]) expect(Period.safeParse(text).success).toBe(false);
});
