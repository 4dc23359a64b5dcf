import fc from "fast-check";
import { expect, test } from "vitest";
import { followedRow } from "@/components/data-table/followed-row";

const before = [11, 12, 13, 14];

test("the active row goes with its account when the queue is ordered anew", () => {
  expect(followedRow(before, [12, 13, 11, 14], 0)).toBe(2);
});

test("it goes with its account also where rows came or went at the same time", () => {
  expect(followedRow(before, [15, 12, 11, 14, 16], 0)).toBe(2);
  expect(followedRow(before, [14, 13], 2)).toBe(1);
});

test("after one was dealt with, the next one is active, wherever it stands by then", () => {
  expect(followedRow(before, [12, 13, 14], 0)).toBe(0);
  expect(followedRow(before, [14, 13, 12], 0)).toBe(2);
});

test("one taken back is active again, wherever one was by then; one that comes by itself is not", () => {
  const isBack = (id: string | number) => id === 11;
  expect(followedRow([12, 13, 14], before, 2, isBack)).toBe(0);
  expect(followedRow([12, 13, 14], [9, 12, 13, 14], 0, isBack)).toBe(1);
});

test("a move of one's own is not taken back", () => {
  expect(followedRow(before, before, 3)).toBe(3);
});

test("of another page, the row asked for is active", () => {
  expect(followedRow(before, [21, 22, 23, 24], 1)).toBe(1);
});

test("no row chosen stays no row chosen", () => {
  expect(followedRow(before, [12, 11], -1)).toBe(-1);
});

test("whatever changes, a key acts on what was looked at while that is still there", () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1 });
  fc.assert(
    fc.property(ids, ids, fc.nat(), (had, has, seed) => {
      const asked = seed % had.length;
      const looked = had[asked] as number;
      const row = followedRow(had, has, asked);
      if (has.includes(looked)) expect(has[row]).toBe(looked);
    }),
  );
});
