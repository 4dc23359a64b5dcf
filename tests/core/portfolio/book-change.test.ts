import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change, ChangePart } from "@/lib/core/health/explain";
import { type BookAccount, bookChange } from "@/lib/core/portfolio/book-change";
import { roundedToSum } from "@/lib/core/portfolio/rounded-to-sum";

const part = (key: string, points: number): ChangePart => ({ kind: "data", key, part: points, shown: 0 });
const changed = (...parts: ChangePart[]): Change => ({
  change: parts.reduce((sum, one) => sum + one.part, 0),
  shownChange: 0,
  parts,
});
const stayed = (accountId: number, healthThen: number, healthNow: number, change: Change): BookAccount => ({
  ...{ accountId, from: "banded", to: "banded", healthThen, healthNow, change },
});

describe("bookChange", () => {
  test("accounts' own changes are averaged, and who comes and goes moves the average too", () => {
    const found = bookChange([
      stayed(1, 80, 70, changed(part("usage", -10))),
      stayed(2, 60, 66, changed(part("usage", 2), part("tickets", 4))),
      { accountId: 3, from: "out", to: "banded", healthThen: null, healthNow: 98, change: null },
      { accountId: 4, from: "banded", to: "unbanded", healthThen: 40, healthNow: null, change: null },
    ]);
    expect(found).toMatchObject({
      before: { average: 60, accounts: 3 },
      after: { average: 78, accounts: 3 },
      change: 18,
    });
    expect(found?.parts.map(({ kind, key, points, shown }) => [kind, key, points, shown])).toEqual([
      ["data", "usage", -4, -4],
      ["data", "tickets", 2, 2],
      ["joined", null, 10, 10],
      ["unscored", null, 10, 10],
    ]);
    expect(found?.parts[0]?.accounts).toEqual([
      { accountId: 1, points: -5 },
      { accountId: 2, points: 1 },
    ]);
  });

  test("parts sum to the difference of the averages, shown ones to the shown difference, whatever the book", () => {
    const health = fc.double({ min: 0, max: 100, noNaN: true });
    const place = fc.constantFrom("banded", "unbanded", "elsewhere", "out" as const);
    const account = fc.record({
      from: place,
      to: place,
      first: health,
      second: health,
      split: fc.double({ min: -1, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(account, { maxLength: 40 }), (rows) => {
        const found = bookChange(
          rows.map(({ from, to, first, second, split }, accountId) => ({
            ...{ accountId, from, to },
            healthThen: from === "banded" ? first : null,
            healthNow: to === "banded" ? second : null,
            change: changed(part("a", (second - first) * split), part("b", (second - first) * (1 - split))),
          })),
        );
        if (!found) return;
        expect(found.change).toBeCloseTo(found.after.average - found.before.average, 9);
        expect(found.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(found.change, 8);
        const shown = found.parts.reduce((sum, one) => sum + Math.round(one.shown * 10), 0);
        if (found.parts.length > 0) expect(shown).toBe(Math.round(found.shownChange * 10));
      }),
    );
  });

  test("what a recorded health knew beyond its readings is what people said", () => {
    const found = bookChange([stayed(1, 80, 50, changed(part("usage", -10)))]);
    expect(found?.parts.map(({ kind, points }) => [kind, points])).toEqual([
      ["overlay", -20],
      ["data", -10],
    ]);
  });

  test("without an account that has a band on both days nothing is said", () => {
    expect(
      bookChange([{ accountId: 1, from: "out", to: "banded", healthThen: null, healthNow: 9, change: null }]),
    ).toBeNull();
    expect(bookChange([])).toBeNull();
  });
});

test("roundedToSum keeps each value within a tenth where the total is theirs", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
      const total = Math.round(values.reduce((sum, value) => sum + value, 0) * 10) / 10;
      for (const [i, value] of roundedToSum(values, total).entries())
        expect(Math.abs(value - (values[i] as number))).toBeLessThan(0.1001);
    }),
  );
});
