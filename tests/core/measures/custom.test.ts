import { expect, test } from "vitest";
import { measureOf } from "@/lib/core/measures/catalogue";
import { MISSING, NONE } from "@/lib/core/measures/reading";
import { AS_OF } from "./hand-slices";
import { readingOf } from "./reading-of";

const at = (value: number, daysAgo: number, n: number, sum: number) => ({ value, day: AS_OF - daysAgo, n, sum });

test("the latest value is missing once it is older than the window", () => {
  const last = (daysAgo: number) =>
    readingOf("metric:posture:last", { metrics: { posture: { 0: at(0.8, daysAgo, 1, 1) } } });
  expect(last(0)).toBe(0.8);
  expect(last(89)).toBe(0.8);
  expect(last(90)).toBe(MISSING);
  expect(readingOf("metric:posture:last", {})).toBe(MISSING);
});

test("a mean of no values is none, a sum of none is 0", () => {
  const metrics = { calls: { 0: at(9, 0, 14, 160), 28: at(4, 28, 10, 100), 56: at(5, 57, 5, 25) } };
  expect(readingOf("metric:calls:mean", { metrics })).toBe(15);
  expect(readingOf("metric:calls:sum", { metrics })).toBe(60);
  expect(readingOf("metric:calls:trend", { metrics })).toBe(0);
  expect(readingOf("metric:calls:mean", {})).toBe(NONE);
  expect(readingOf("metric:calls:sum", {})).toBe(0);
  expect(readingOf("metric:calls:trend", {})).toBe(MISSING);
});

test("what began within the window is all of it", () => {
  const metrics = { calls: { 0: at(9, 0, 4, 60) } };
  expect(readingOf("metric:calls:mean", { metrics })).toBe(15);
  expect(readingOf("metric:calls:trend", { metrics })).toBe(MISSING);
});

test("a rise from a negative mean is a rise", () => {
  const metrics = { margin: { 0: at(0, 0, 2, -15), 28: at(-10, 28, 1, -10), 56: at(0, 60, 0, 0) } };
  expect(readingOf("metric:margin:trend", { metrics })).toBe(50);
});

test("a metric key may hold colons", () => {
  expect(readingOf("metric:api:v2:calls:sum", { metrics: { "api:v2:calls": { 0: at(7, 0, 1, 7) } } })).toBe(7);
});

test("an attribute is a number, or a level where its texts are named", () => {
  expect(readingOf("attribute:maturity", { attributes: { maturity: 3 } })).toBe(3);
  expect(readingOf("attribute:maturity", { attributes: { maturity: "high" } })).toBe(MISSING);
  expect(readingOf("attribute:maturity", {})).toBe(MISSING);
  const levels = ["shrinking", "growing", "stable"];
  const trend = (value: string) => readingOf({ key: "attribute:trend", levels }, { attributes: { trend: value } });
  expect(["growing", "shrinking", "stable", "unheard of"].map(trend)).toEqual([0, 1, 2, MISSING]);
  expect(measureOf("attribute:trend", levels)).toMatchObject({ unit: "level", levels: levels.toSorted() });
});
