import { describe, expect, test } from "vitest";
import { FEWEST_WATCHED, stayedOn, survivalByBand, type WatchedAccount } from "@/lib/core/validation/survival-by-band";

const many = (tone: number, n: number, of: (i: number) => { days: number; churned: boolean }): WatchedAccount[] =>
  Array.from({ length: n }, (_, i) => ({ tone, ...of(i) }));
/** Of 40 green two churn, of 30 red half: one every ten days. */
const BOOK = [
  ...many(3, 40, (i) => ({ days: i < 2 ? 100 + i : 365, churned: i < 2 })),
  ...many(1, 30, (i) => ({ days: i < 15 ? 10 * (i + 1) : 365, churned: i < 15 })),
];

describe("how long each band stayed", () => {
  test("is a line a band, of those that are enough; without anybody censored it ends in the share that stayed", () => {
    const { bands, churned } = survivalByBand([
      ...BOOK,
      ...many(2, FEWEST_WATCHED - 1, () => ({ days: 1, churned: true })),
    ]);
    expect(bands.map(({ tone, n }) => [tone, n])).toEqual([
      [3, 40],
      [2, FEWEST_WATCHED - 1],
      [1, 30],
    ]);
    expect(bands[1]?.steps).toBeNull();
    expect(stayedOn(bands[0]?.steps ?? [], 365)).toBeCloseTo(38 / 40, 12);
    expect(stayedOn(bands[2]?.steps ?? [], 365)).toBeCloseTo(15 / 30, 12);
    expect(stayedOn(bands[2]?.steps ?? [], 49)).toBeCloseTo(26 / 30, 12);
    expect(churned).toBe(17 + FEWEST_WATCHED - 1);
  });

  test("differs beyond chance where red leaves and green stays, and the bands' churn sums to what was expected of it", () => {
    const { test: found } = survivalByBand(BOOK);
    expect(found?.p).toBeLessThan(0.001);
    const sum = (of: "churned" | "expected") => found?.groups.reduce((total, group) => total + group[of], 0);
    expect(sum("expected")).toBeCloseTo(sum("churned") ?? 0, 9);
  });

  test("is not compared where too few churned, or where one band alone is large enough", () => {
    expect(survivalByBand(BOOK.map((one) => ({ ...one, churned: false }))).test).toBeNull();
    expect(survivalByBand(BOOK.filter(({ tone }) => tone === 1)).test).toBeNull();
  });

  test("leaves accounts without a band out of every line", () => {
    const { bands } = survivalByBand([...BOOK, ...many(0, 50, () => ({ days: 5, churned: true }))]);
    expect(bands.reduce((sum, { n }) => sum + n, 0)).toBe(BOOK.length);
  });
});
