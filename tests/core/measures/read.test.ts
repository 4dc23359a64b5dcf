import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURES } from "@/lib/core/measures/catalogue";
import { COLUMNS, type Column, FEEDS } from "@/lib/core/measures/columns";
import { readMeasures } from "@/lib/core/measures/read";
import { MISSING, NONE } from "@/lib/core/measures/reading";
import { AS_OF, type Hand, handSlices } from "./hand-slices";

const KEYS = Object.keys(MEASURES);
const connected = { firstDay: AS_OF - 100, lastDay: AS_OF };

describe("silent is not missing", () => {
  const read = (key: string, feeds: Parameters<typeof handSlices>[1], freshness?: number) =>
    readMeasures([{ key, freshness }], handSlices([{}], feeds))[0]?.[0];

  test("a feed that never delivered is missing, one that delivered nothing for the account is 0 or none", () => {
    expect(read("tickets_opened", {})).toBe(MISSING);
    expect(read("on_time_payment", {})).toBe(MISSING);
    expect(read("tickets_opened", { tickets: connected })).toBe(0);
    expect(read("on_time_payment", { invoices: connected })).toBe(NONE);
  });
  test("a feed is connected from its first day on", () => {
    expect(read("tickets_opened", { tickets: { firstDay: AS_OF, lastDay: AS_OF } })).toBe(0);
    expect(read("tickets_opened", { tickets: { firstDay: AS_OF + 1, lastDay: AS_OF + 9 } })).toBe(MISSING);
  });
  test("a feed is fresh up to the limit, the request's or the measure's own, and after the as-of day", () => {
    const last = (daysAgo: number) => ({ tickets: { ...connected, lastDay: AS_OF - daysAgo } });
    expect(read("tickets_opened", last(3))).toBe(0);
    expect(read("tickets_opened", last(4))).toBe(MISSING);
    expect(read("tickets_opened", last(4), 4)).toBe(0);
    expect(read("tickets_opened", last(-30))).toBe(0);
  });
  test("the feed of a denominator must be connected, but need not be fresh", () => {
    const columns = { active_users: { 0: 140, 28: 0 }, active_users_days: { 0: 28, 28: 0 }, seats: 10 };
    const utilisation = (feeds: Parameters<typeof handSlices>[1]) =>
      readMeasures([{ key: "licence_utilisation" }], handSlices([{ columns }], feeds))[0]?.[0];
    expect(utilisation({ usage_days: connected })).toBe(MISSING);
    expect(utilisation({ usage_days: connected, contracts: { firstDay: 0, lastDay: 1 } })).toBe(50);
  });
});

test("an unknown measure is refused by name", () => {
  for (const key of ["vibes", "constructor", "metric:x:median", "attribute:"])
    expect(() => readMeasures([{ key }], handSlices([{}]))).toThrow(`measureOf knows no measure "${key}"`);
});

const AMOUNTS = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 24, maxLength: 24 });

/** Rows as they can be: counters that only grow towards today, states and dates that may be null. */
const hand: fc.Arbitrary<Hand> = fc
  .record({
    customerSince: fc.option(fc.integer({ min: AS_OF - 900, max: AS_OF })),
    columns: fc.dictionary(fc.constantFrom(...(Object.keys(COLUMNS) as Column[])), AMOUNTS, { maxKeys: 55 }),
  })
  .map(({ customerSince, columns }) => ({
    customerSince,
    columns: Object.fromEntries(
      Object.entries(columns).map(([column, amounts]) => [column, valuesOf(column, amounts)]),
    ),
  }));

const BACKS = [0, 28, 56, 60, 90, 180, 365];

function valuesOf(column: string, amounts: number[]): Record<number, number | null> {
  const { kind, type } = COLUMNS[column as Column];
  const at = (i: number) => {
    if (kind === "counter") return amounts.slice(i, BACKS.length).reduce((sum, amount) => sum + amount, 0);
    const amount = amounts[i] as number;
    if (amount % 5 === 0) return null;
    return type === "date" ? AS_OF - amount : column === "alignment" ? amount % 3 : amount;
  };
  return Object.fromEntries(BACKS.map((back, i) => [back, at(i)]));
}

describe("for any account", () => {
  test("a reading is a finite number, MISSING or NONE, and a level an index of its levels", () => {
    fc.assert(
      fc.property(hand, (account) => {
        const readings = readMeasures(
          KEYS.map((key) => ({ key })),
          handSlices([account]),
        );
        for (const [i, key] of KEYS.entries()) {
          const reading = readings[i]?.[0] as number;
          expect(Number.isFinite(reading) || Number.isNaN(reading) || reading === NONE, `${key} ${reading}`).toBe(true);
          const levels = MEASURES[key]?.levels;
          if (levels && Number.isFinite(reading)) expect(levels[reading], key).toBeTypeOf("string");
        }
      }),
      { numRuns: 200 },
    );
  });
  test("an account's readings depend on its own rows alone, not on its place or on the other measures", () => {
    fc.assert(
      fc.property(fc.array(hand, { minLength: 1, maxLength: 5 }), fc.shuffledSubarray(KEYS), (accounts, keys) => {
        const requests = keys.map((key) => ({ key }));
        const forward = readMeasures(requests, handSlices(accounts));
        const backward = readMeasures(requests.toReversed(), handSlices(accounts.toReversed()));
        expect(backward.toReversed().map((column) => column.toReversed())).toEqual(forward);
      }),
      { numRuns: 50 },
    );
  });
});

test("every measure names a feed whose absence makes it missing", () => {
  const readings = readMeasures(
    KEYS.map((key) => ({ key })),
    handSlices([{ customerSince: 0 }], {}),
  );
  expect(readings.every((column) => Number.isNaN(column[0]))).toBe(true);
  for (const key of KEYS) expect(FEEDS, key).toContain(MEASURES[key]?.feed);
});
