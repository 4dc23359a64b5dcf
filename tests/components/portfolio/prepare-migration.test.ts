import fc from "fast-check";
import { expect, test } from "vitest";
import {
  arrBridge,
  ELSEWHERE,
  type Move,
  marginOf,
  matrixOf,
  OUT,
  pairsText,
  rescoredOf,
  shiftOf,
  TONES,
} from "@/components/portfolio/prepare-migration";

const move = (from: number, to: number, accounts: number, more: Partial<Move> = {}): Move => ({
  from,
  to,
  accounts,
  rescored: false,
  fromArrCents: from < 0 ? 0 : accounts * 100,
  toArrCents: to < 0 ? 0 : accounts * 110,
  ...more,
});

const place = fc.constantFrom(3, 2, 1, 0, OUT, ELSEWHERE);
const moves = fc.uniqueArray(fc.tuple(place, place, fc.boolean()), { selector: String }).chain((keys) =>
  fc.tuple(
    ...keys
      .filter(([from, to, rescored]) => (from >= 0 || to >= 0) && !(rescored && (from < 0 || to < 0)))
      .map(([from, to, rescored]) =>
        fc.record({
          from: fc.constant(from),
          to: fc.constant(to),
          rescored: fc.constant(rescored),
          accounts: fc.integer({ min: 1, max: 500 }),
          fromArrCents: from < 0 ? fc.constant(0) : fc.nat(),
          toArrCents: to < 0 ? fc.constant(0) : fc.nat(),
        }),
      ),
  ),
);

test("every row and column of the matrix, with its re-scored, adds up to the head-count of its day", () => {
  fc.assert(
    fc.property(moves, (some) => {
      const { froms, tos, cell } = matrixOf(some);
      for (const tone of TONES) {
        const row = tos.reduce((sum, to) => sum + cell(tone, to).accounts, 0);
        expect(row + rescoredOf(some, "from", tone).accounts).toBe(marginOf(some, "from", tone).accounts);
        const column = froms.reduce((sum, from) => sum + cell(from, tone).accounts, 0);
        expect(column + rescoredOf(some, "to", tone).accounts).toBe(marginOf(some, "to", tone).accounts);
        const cents = froms.reduce((sum, from) => sum + cell(from, tone).arrCents, 0);
        expect(cents + rescoredOf(some, "to", tone).arrCents).toBe(marginOf(some, "to", tone).arrCents);
      }
    }),
  );
});

test("the ARR of the first day, less what left, with what joined and what changed, is the ARR of the second", () => {
  fc.assert(
    fc.property(moves, (some) => {
      const { startCents, leftCents, joinedCents, changedCents, endCents } = arrBridge(some);
      expect(startCents - leftCents + joinedCents + changedCents).toBe(endCents);
    }),
  );
});

test("15 of 121 greens are no longer green", () => {
  const { greens } = shiftOf([move(3, 3, 106), move(3, 2, 12), move(3, 1, 2), move(3, OUT, 1), move(2, 3, 7)]);
  expect(greens).toEqual({
    before: 121,
    lost: 15,
    toYellow: 12,
    toRed: 2,
    gone: 1,
    apart: 0,
    pairs: "green.yellow,green.red,green.out",
  });
});

test("re-scored, handed-over and unscored greens stand apart from the lost ones", () => {
  const { greens } = shiftOf([move(3, 3, 10), move(3, 1, 4, { rescored: true }), move(3, 0, 1), move(3, ELSEWHERE, 2)]);
  expect(greens).toMatchObject({ before: 10, lost: 0, apart: 7 });
});

test("a model change alone moves nobody down or up", () => {
  const { down, up } = shiftOf([move(3, 1, 4, { rescored: true }), move(1, 3, 5, { rescored: true })]);
  expect([down.accounts, up.accounts]).toEqual([0, 0]);
});

test("coming into or out of the book is neither down nor up, nor is losing a score", () => {
  const { down, up } = shiftOf([move(3, OUT, 1), move(OUT, 1, 1), move(3, 0, 1), move(0, 3, 1), move(ELSEWHERE, 3, 1)]);
  expect([down.accounts, up.accounts]).toEqual([0, 0]);
});

test("an account that left counts with the ARR it had", () => {
  expect(matrixOf([move(2, OUT, 2)]).cell(2, OUT)).toEqual({ from: 2, to: OUT, accounts: 2, arrCents: 200 });
});

test("a move is named once in an address", () => {
  expect(pairsText([move(3, 2, 1), move(3, 2, 4, { rescored: true }), move(OUT, 0, 1)])).toBe("green.yellow,out.none");
});
