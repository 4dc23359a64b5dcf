import { expect, test } from "vitest";
import { measureOf } from "@/lib/core/measures/catalogue";
import { MISSING, NONE } from "@/lib/core/measures/reading";
import { readingText } from "@/lib/core/measures/words";

test.each([
  ["licence_utilisation", 95, "95%"],
  ["licence_utilisation", 69.64, "69.6%"],
  ["active_user_trend", 12.5, "+12.5%"],
  ["active_user_trend", -15, "−15%"],
  ["active_user_trend", 0, "0%"],
  ["severity_load", 3.2, "3.2 per 100 seats"],
  ["days_since_two_way", 31, "31 d"],
  ["response_hours", 14.54, "14.5 h"],
  ["active_champions", 2, "2"],
  ["nps", -30, "−30"],
  ["csat", 4.25, "4.3"],
  ["feature_breadth", 3.5, "3.5 features"],
  ["review_alignment", 1, "drifting"],
  ["metric:api_calls:sum", 12_345, "12,345"],
  ["on_time_payment", NONE, "none"],
  ["on_time_payment", MISSING, "no data"],
])("a reading of %s, %s, is said as %s", (key, reading, text) => {
  expect(readingText(measureOf(key), reading)).toBe(text);
});

test("never is said as never: a reading of all the days as a customer", () => {
  const measure = measureOf("days_since_two_way");
  expect(readingText(measure, 92, { daysAsCustomer: 92 })).toBe("never in 92 d");
  expect(readingText(measure, 31, { daysAsCustomer: 92 })).toBe("31 d");
  expect(readingText(measureOf("overdue_days"), 92, { daysAsCustomer: 92 })).toBe("92 d");
});

test("the names of levels are read as words", () => {
  expect(readingText({ unit: "level", levels: ["no_issues", "payment_issues"] }, 1)).toBe("payment issues");
});
