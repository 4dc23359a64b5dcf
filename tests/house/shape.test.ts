import { expect, test } from "vitest";
import { linesAt, shapeBreaches } from "./shape";
import { sourceFiles } from "./source-files";

const handWritten = sourceFiles().filter(({ path }) => !path.startsWith("db/demo/"));

test("the house has no drawer folders, loose ends, silenced checks or vague names", () => {
  expect(shapeBreaches(sourceFiles().filter(({ path }) => !path.startsWith("tests/house/")))).toEqual([]);
});

test("the median file has at most 50 lines, nine of ten at most 150", () => {
  expect(linesAt(0.5, handWritten)).toBeLessThanOrEqual(50);
  expect(linesAt(0.9, handWritten)).toBeLessThanOrEqual(150);
});

test.each([
  ["a drawer folder", "lib/core/utils/a.ts", ""],
  ["a new top-level folder", "scripts/a.ts", ""],
  ["a loose end", "lib/core/a.ts", "// TODO later"],
  ["a silenced compiler", "lib/core/a.ts", "// @ts-ignore"],
  ["a silenced linter", "lib/core/a.ts", "// biome-ignore lint: no"],
  ["a vague verb", "lib/core/a.ts", "export function processReading() {}"],
  ["a ref written while rendering", "components/ui/use-a.ts", "  latest.current = value;"],
  ["a vague noun", "lib/core/a.ts", "export const dateHelper = 1;"],
])("%s is found", (_, path, text) => {
  expect(shapeBreaches([{ path, text }])).toHaveLength(1);
});

test("sizes are read from the sorted lengths", () => {
  const files = [1, 2, 3, 4, 200].map((lines) => ({ path: "a.ts", text: "x\n".repeat(lines) }));
  expect([linesAt(0.5, files), linesAt(0.9, files)]).toEqual([3, 200]);
});
