import { describe, expect, test } from "vitest";
import { headlineSlice, type SlicedGreen, shiftSlices } from "@/lib/core/portfolio/shift-slices";

const some = (count: number, fallen: number, values: Record<string, string>): SlicedGreen[] =>
  Array.from({ length: count }, (_, i) => ({ values, isFallen: i < fallen }));
/** The demo company's greens by segment and version. */
const GREENS = [
  ...some(16, 11, { segment: "Mid-market", "attribute:version": "v5", "attribute:plan": "business" }),
  ...some(39, 0, { segment: "Mid-market", "attribute:version": "v4", "attribute:plan": "business" }),
  ...some(3, 0, { segment: "Enterprise", "attribute:version": "v5", "attribute:plan": "enterprise" }),
  ...some(28, 3, { segment: "Enterprise", "attribute:version": "v4", "attribute:plan": "enterprise" }),
  ...some(3, 0, { segment: "SMB", "attribute:version": "v5", "attribute:plan": "team" }),
  ...some(32, 1, { segment: "SMB", "attribute:version": "v4", "attribute:plan": "team" }),
];
const DIMENSIONS = ["segment", "attribute:plan", "attribute:version"];

describe("shiftSlices", () => {
  const found = shiftSlices(GREENS, DIMENSIONS);

  test("the pair that falls more often together than either alone comes first, with its lift and n", () => {
    const [first] = found.slices;
    expect(first?.terms).toEqual([
      { dimension: "attribute:version", value: "v5" },
      { dimension: "segment", value: "Mid-market" },
    ]);
    expect(first).toMatchObject({ greens: 16, fallen: 11, isBeyondChance: true });
    expect(first?.lift).toBeCloseTo(11 / 16 / (15 / 121), 12);
  });

  test("of slices that hold the same accounts only the first dimension's stays", () => {
    expect(found.slices.flatMap(({ terms }) => terms).some(({ dimension }) => dimension === "attribute:plan")).toBe(
      false,
    );
  });

  test("slices below the book's rate or with fewer than three falls are left out", () => {
    expect(found.slices.every(({ lift, fallen }) => lift > 1 && fallen >= 3)).toBe(true);
  });

  test("the headline holds half of the falls, beyond chance", () => {
    expect(headlineSlice(found, 15)?.fallen).toBe(11);
  });

  test("falls that are spread like the book name no slice", () => {
    const even = ["a", "b", "c", "d"].flatMap((segment) => some(30, 4, { segment }));
    const spread = shiftSlices(even, ["segment"]);
    expect(spread.slices.some(({ isBeyondChance }) => isBeyondChance)).toBe(false);
    expect(headlineSlice(spread, 16)).toBeNull();
  });

  test("nothing fell, nothing is looked at", () => {
    expect(shiftSlices(some(10, 0, { segment: "a" }), ["segment"])).toEqual({ slices: [], looked: 0 });
  });
});
