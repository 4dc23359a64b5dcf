import type { Scoring } from "@/lib/core/health/scoring";
import { cornersOf, type Range, scaleOf, spanOfScoring } from "./scoring-corners";

/** A scoring function ready to draw: points in a box of 1 × 1, x from left to right, y from the top. Level functions are bars. */
export type Sketch = { line: [number, number][]; bars: { name: string; height: number }[]; from: number; to: number };

/** A function as a line over a span of readings, flat beyond its ends; steps go up and down at right angles. */
export function prepareSketch(scoring: Scoring, span: Range = spanOfScoring(scoring)): Sketch {
  const { from, to } = span;
  const x = (reading: number) => (reading - from) / (to - from);
  const scale = scaleOf(scoring);
  const y = (points: number) => 1 - clamp(points / scale);
  if (scoring.type === "levels") {
    const bars = Object.entries(scoring.levels).sort(([, a], [, b]) => b - a);
    return { line: [], bars: bars.map(([name, points]) => ({ name, height: clamp(points / scale) })), from, to };
  }
  const corners = cornersOf(scoring).toSorted(([a], [b]) => a - b);
  const line: [number, number][] = [];
  for (const [i, [reading, points]] of corners.entries()) {
    const before = corners[i - 1];
    if (scoring.type === "steps" && before) line.push([x(reading), y(before[1])]);
    line.push([x(reading), y(points)]);
  }
  const [first, last] = [line[0], line.at(-1)];
  return {
    line: [
      ...(first ? [[0, first[1]] as [number, number]] : []),
      ...line,
      ...(last ? [[1, last[1]] as [number, number]] : []),
    ],
    bars: [],
    from,
    to,
  };
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0));
}
