import { expect, test } from "vitest";
import { dueOn, isExpired, nextDueOn, validUntil } from "@/lib/core/scorecard/cycle";

test("a card is due on its month's last day, also in a leap February", () => {
  expect(dueOn("2028-02")).toBe("2028-02-29");
  expect(nextDueOn("2028-01", 1)).toBe("2028-02-29");
});

test("a card is valid until 15 days after the next due date, monthly or quarterly", () => {
  expect(validUntil("2026-11", 1)).toBe("2027-01-15");
  expect(validUntil("2026-11", 3)).toBe("2027-03-15");
  expect(isExpired("2026-11", 1, "2027-01-15")).toBe(false);
  expect(isExpired("2026-11", 1, "2027-01-16")).toBe(true);
});
