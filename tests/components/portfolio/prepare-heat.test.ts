import { expect, test } from "vitest";
import { prepareHeat, sliceName } from "@/components/portfolio/prepare-heat";

const MEASURES = [
  { key: "usage", name: "Usage" },
  { key: "champion", name: "Champion" },
];
const sum = (dimension: "all" | "segment", value: string, measure: string, accounts: number, points: number) => ({
  ...{ dimension, value, measure, accounts, points },
});
const SUMS = [
  sum("segment", "SMB", "usage", 4, 360),
  sum("segment", "SMB", "champion", 3, -30),
  sum("segment", "Enterprise", "usage", 10, 415),
  sum("all", "", "usage", 14, 775),
  sum("all", "", "champion", 3, -30),
];

test("the largest slices first, a cell in the order of measures, the whole apart", () => {
  const { rows, whole } = prepareHeat(SUMS, MEASURES, (value) => value);
  expect(rows.map(({ name, accounts }) => [name, accounts])).toEqual([
    ["Enterprise", 10],
    ["SMB", 4],
  ]);
  expect(rows[0]?.cells.map(({ percent }) => percent)).toEqual([42, null]);
  expect(whole.cells.map(({ percent }) => percent)).toEqual([55, -10]);
});

test("five steps; below five accounts a cell is few; points below nothing are the lightest", () => {
  const { rows } = prepareHeat(SUMS, MEASURES, (value) => value);
  expect(rows[0]?.cells[0]).toMatchObject({ step: 2, isFew: false });
  expect(rows[1]?.cells[0]).toMatchObject({ step: 4, isFew: true });
  expect(rows[1]?.cells[1]).toMatchObject({ step: 0, percent: -10 });
});

test("what is lowest is said of slices that are large enough", () => {
  expect(prepareHeat(SUMS, MEASURES, (value) => value).finding).toBe(
    "Lowest: Usage in Enterprise, 42% of its points (n = 10).",
  );
  expect(prepareHeat([], MEASURES, (value) => value).finding).toBe("No measure counts for five accounts or more.");
});

test("at most thirty rows", () => {
  const many = Array.from({ length: 40 }, (_, i) => sum("segment", `S${i}`, "usage", i + 1, 50));
  const { rows } = prepareHeat(many, MEASURES, (value) => value);
  expect(rows.length).toBe(30);
  expect(rows[0]?.name).toBe("S39");
});

test("slices have names", () => {
  expect(sliceName("segment", "", [])).toBe("No segment");
  expect(sliceName("csm", "7", [{ personId: 7, name: "Jonas" }])).toBe("Jonas");
  expect(sliceName("csm", "", [])).toBe("No CSM");
});
