import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeShift, type QuarterGreens } from "@/lib/core/portfolio/shift";

const quarter = (greens: number, fallen: number, more: Partial<QuarterGreens> = {}): QuarterGreens => ({
  ...{ greens, fallen, risen: 0, apart: 0 },
  ...more,
});
/** The demo company's quarters before its last, the latest first; the new model came in the third. */
const EARLIER = [
  quarter(125, 6, { risen: 2 }),
  quarter(127, 6, { risen: 3 }),
  quarter(2, 2, { apart: 118 }),
  quarter(121, 2, { risen: 1 }),
  quarter(123, 6, { risen: 4 }),
  quarter(122, 4, { risen: 2 }),
];

describe("judgeShift", () => {
  test("15 of 121 greens, where 3.9% are usual, are a shift: one quarter in some hundred has so many", () => {
    const verdict = judgeShift(quarter(121, 15, { risen: 7 }), EARLIER);
    expect(verdict).toMatchObject({ isShift: true, netLoss: 8, base: 0.05, usual: { quarters: 5 } });
    expect(verdict.share).toBeCloseTo(0.124, 3);
    expect(verdict.usual.rate).toBeCloseTo((6 / 125 + 6 / 127 + 2 / 121 + 6 / 123 + 4 / 122) / 5, 12);
    expect(verdict.chance).toBeLessThan(0.002);
  });

  test("the quarter before is none: 6 of 125", () => {
    expect(judgeShift(quarter(125, 6, { risen: 2 }), EARLIER.slice(1)).isShift).toBe(false);
  });

  test("two movers in a book of twelve are not beyond chance, though they are 17%", () => {
    const verdict = judgeShift(quarter(12, 2), []);
    expect(verdict).toMatchObject({ isLarge: true, isNet: true, isBeyondChance: false, isShift: false });
    expect(verdict.chance).toBeCloseTo(0.118, 3);
  });

  test("falls that are made up by more than half of as many that rose are no shift", () => {
    expect(judgeShift(quarter(121, 15, { risen: 7 }), EARLIER).isNet).toBe(true);
    expect(judgeShift(quarter(121, 15, { risen: 8 }), EARLIER)).toMatchObject({ isNet: false, isShift: false });
  });

  test("exactly a tenth is large enough, and a book that is used to falls needs more of them", () => {
    expect(judgeShift(quarter(200, 20), []).isShift).toBe(true);
    expect(judgeShift(quarter(200, 19), []).isLarge).toBe(false);
    expect(judgeShift(quarter(200, 20), [quarter(200, 18)])).toMatchObject({ isBeyondChance: false, isShift: false });
  });

  test("a change of model alone never raises it, however many leave meanwhile", () => {
    const rescored = fc.record({
      gone: fc.integer({ min: 0, max: 50 }),
      apart: fc.integer({ min: 51, max: 500 }),
    });
    fc.assert(
      fc.property(rescored, ({ gone, apart }) => {
        const verdict = judgeShift(quarter(gone, gone, { apart }), EARLIER);
        expect(verdict).toMatchObject({ isShift: false, share: null, chance: 1 });
      }),
    );
  });

  test("a quarter of nothing is no shift", () => {
    expect(judgeShift(quarter(0, 0), [])).toMatchObject({
      isShift: false,
      share: null,
      usual: { rate: 0, quarters: 0 },
    });
    expect(judgeShift(quarter(40, 0), EARLIER).isShift).toBe(false);
  });
});
