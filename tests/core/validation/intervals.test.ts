import { expect, test } from "vitest";
import { matchPairs } from "@/lib/core/validation/match-pairs";
import { newcombe, newcombePaired } from "@/lib/core/validation/newcombe";
import { wilson } from "@/lib/core/validation/wilson";

const rounded = (interval: { low: number; high: number } | null) =>
  interval && [interval.low, interval.high].map((bound) => Number(bound.toFixed(4)));

test("Wilson's intervals are those of Newcombe 1998, table I", () => {
  expect(rounded(wilson(81, 263))).toEqual([0.2553, 0.3662]);
  expect(rounded(wilson(15, 148))).toEqual([0.0624, 0.1605]);
  expect(rounded(wilson(0, 20))).toEqual([0, 0.1611]);
  expect(rounded(wilson(1, 29))).toEqual([0.0061, 0.1718]);
});

test("counts that are none are refused by name", () => {
  expect(() => wilson(3, 2)).toThrow("wilson requires counts");
  expect(() => wilson(0.5, 2)).toThrow("wilson requires counts");
});

test("differences of independent shares are those of Newcombe 1998, table II, method 10", () => {
  expect(rounded(newcombe({ hits: 56, n: 70 }, { hits: 48, n: 80 }))).toEqual([0.0524, 0.3339]);
  expect(rounded(newcombe({ hits: 9, n: 10 }, { hits: 3, n: 10 }))).toEqual([0.1705, 0.809]);
  expect(rounded(newcombe({ hits: 10, n: 10 }, { hits: 0, n: 10 }))).toEqual([0.6075, 1]);
});

test("differences of paired shares follow the formula of Newcombe 1998, method 10, and turn around with the pairs", () => {
  expect(rounded(newcombePaired({ both: 20, first: 12, second: 2, neither: 16 }))).toEqual([0.0562, 0.3292]);
  const there = newcombePaired({ both: 20, first: 12, second: 2, neither: 16 });
  const back = newcombePaired({ both: 20, first: 2, second: 12, neither: 16 });
  expect(back?.low).toBeCloseTo(-(there?.high as number), 12);
  expect(newcombePaired({ both: 0, first: 0, second: 0, neither: 0 })).toBeNull();
  expect(newcombePaired({ both: 5, first: 0, second: 0, neither: 0 })?.difference).toBe(0);
});

test("the nearest pairs are made first, once each, within their stratum", () => {
  const at = (id: number, x: number, stratum = "a") => ({ id, stratum, near: [x] });
  const pairs = matchPairs([at(1, 10), at(2, 13)], [at(3, 12), at(4, 30), at(5, 10, "b")], [5]);
  expect(pairs).toEqual([{ treated: 2, untreated: 3 }]);
  expect(() => matchPairs([at(1, 10)], [at(2, 10)], [5, 5])).toThrow("as many numbers as calipers");
});
