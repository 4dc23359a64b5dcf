import { expect, it } from "vitest";
import { prepareSketch } from "@/components/model/prepare-sketch";
import { scaleOf, spanOfScoring } from "@/components/model/scoring-corners";

it("a straight line is drawn from its worst to its best, flat beyond, whichever way it goes", () => {
  const span = { from: 0, to: 20 };
  expect(prepareSketch({ type: "linear", worst: 5, best: 15 }, span).line).toEqual([
    [0, 1],
    [0.25, 1],
    [0.75, 0],
    [1, 0],
  ]);
  expect(prepareSketch({ type: "linear", worst: 15, best: 5 }, span).line).toEqual([
    [0, 0],
    [0.25, 0],
    [0.75, 1],
    [1, 1],
  ]);
});

it("steps go up at right angles, in shares of their maximum", () => {
  const steps = [
    { from: 0, points: 0 },
    { from: 5, points: 5 },
    { from: 10, points: 10 },
  ];
  expect(prepareSketch({ type: "steps", steps }, { from: 0, to: 20 }).line).toEqual([
    [0, 1],
    [0, 1],
    [0.25, 1],
    [0.25, 0.5],
    [0.5, 0.5],
    [0.5, 0],
    [1, 0],
  ]);
  expect(scaleOf({ type: "steps", steps, max: 20 })).toBe(20);
});

it("levels are bars, best first; what is worth less than nothing has no height", () => {
  const { bars, line } = prepareSketch({ type: "levels", levels: { critical: -10, clean: 10, open: 5 } });
  expect(line).toEqual([]);
  expect(bars).toEqual([
    { name: "clean", height: 1 },
    { name: "open", height: 0.5 },
    { name: "critical", height: 0 },
  ]);
});

it("the axis holds the function and the readings, and has a length where all is one point", () => {
  const { from, to } = spanOfScoring({ type: "linear", worst: 30, best: 85 }, { from: 10, to: 90 });
  expect([from < 10, to > 90]).toEqual([true, true]);
  const point = spanOfScoring({ type: "curve", points: [[5, 50]] });
  expect(point.to).toBeGreaterThan(point.from);
});
