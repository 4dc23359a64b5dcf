import type { Scoring } from "@/lib/core/health/scoring";

/** A scoring function ready to draw: points in a box of 1 × 1, x from left to right, y from the top. Level functions are bars. */
export type Sketch = { line: [number, number][]; bars: { name: string; height: number }[]; from: number; to: number };

type Range = { from: number; to: number };

/** The span of readings in which a function turns, widened by a fifth on either side, and by the readings given. */
export function spanOfScoring(scoring: Scoring, readings: Range | null = null): Range {
  const xs = cornersOf(scoring).map(([x]) => x);
  const [low, high] = [Math.min(...xs, readings?.from ?? Infinity), Math.max(...xs, readings?.to ?? -Infinity)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { from: 0, to: 1 };
  const margin = high > low ? (high - low) * (readings ? 0.06 : 0.2) : Math.abs(low) || 1;
  return { from: low - margin, to: high + margin };
}

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

/** Where a function turns: readings with the points there. */
export function cornersOf(scoring: Scoring): [number, number][] {
  switch (scoring.type) {
    case "linear":
      return [
        [scoring.worst, 0],
        [scoring.best, 100],
      ];
    case "curve":
      return scoring.points;
    case "steps":
      return scoring.steps.map(({ from, points }) => [from, points]);
    case "levels":
      return [];
  }
}

/** What counts as the full height: the points worth 100. */
export function scaleOf(scoring: Scoring): number {
  if (scoring.type === "linear" || scoring.type === "curve") return 100;
  const values = scoring.type === "steps" ? scoring.steps.map(({ points }) => points) : Object.values(scoring.levels);
  const max = scoring.max ?? Math.max(...values);
  return max > 0 ? max : 1;
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0));
}
