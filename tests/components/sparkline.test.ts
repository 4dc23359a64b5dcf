import { expect, test } from "vitest";
import { prepareSparkline } from "@/components/charts/prepare-sparkline";

const ys = (values: (number | null)[]) =>
  prepareSparkline(values).lines.flatMap((line) => line.split(" ").map((point) => Number(point.split(",")[1])));
const rise = (values: (number | null)[]) => Math.max(...ys(values)) - Math.min(...ys(values));

test("a wobble of 3 points looks small and a fall of 17 large", () => {
  expect(rise([70, 73, 71])).toBeLessThan(4);
  expect(rise([84, 76, 67])).toBeGreaterThan(14);
});

test("a flat line stands in the middle, and nothing leaves the frame", () => {
  expect(ys([50, 50])).toEqual([12, 12]);
  for (const y of ys([0, 100, 3, 97])) expect(y >= 0 && y <= 24).toBe(true);
});

test("an absent value is a gap, not a zero", () => {
  expect(prepareSparkline([60, null, 62, Number.NaN, 64]).lines).toHaveLength(3);
  expect(prepareSparkline([null, null])).toEqual({ lines: [], end: null });
});

test("the dot stands on the last value there is", () => {
  expect(prepareSparkline([60, 61, null]).end?.x).toBe(40);
});
