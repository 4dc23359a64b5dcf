import type { Scoring } from "@/lib/core/health/scoring";

/** The grain in which a span of readings is dragged: a power of ten, at least a hundred steps over the span.
 * @example grainOf(90) // → 0.1
 * @example grainOf(250) // → 1 */
export function grainOf(span: number): number {
  return span > 0 ? 10 ** Math.floor(Math.log10(span / 100)) : 1;
}

/** A scoring function with one of its corners moved to a reading and points, both to a grain; it stays between its neighbours, and
 * the ends of a straight line only move sideways. Corner 0 of a line is the worst, 1 the best.
 * @example moveCorner({ type: "linear", worst: 30, best: 85 }, 1, { x: 90.26, y: 40 }, 0.1) // → { type: "linear", worst: 30, best: 90.3 }
 * @example moveCorner({ type: "curve", points: [[0, 0], [5, 50], [10, 100]] }, 1, { x: 12, y: 60.4 }, 1) // → { type: "curve", points: [[0, 0], [9, 60], [10, 100]] } */
export function moveCorner(scoring: Scoring, corner: number, to: { x: number; y: number }, grain: number): Scoring {
  switch (scoring.type) {
    case "levels":
      return scoring;
    case "linear": {
      const [end, other] = corner === 0 ? (["worst", "best"] as const) : (["best", "worst"] as const);
      const x = rounded(to.x, grain);
      return x === scoring[other] ? scoring : { ...scoring, [end]: x };
    }
    case "curve": {
      const x = between(
        scoring.points.map(([at]) => at),
        corner,
        to.x,
        grain,
      );
      const y = Math.min(100, rounded(to.y, 1));
      return { ...scoring, points: scoring.points.map((point, i) => (i === corner ? [x, y] : point)) };
    }
    case "steps": {
      const from = between(
        scoring.steps.map((step) => step.from),
        corner,
        to.x,
        grain,
      );
      const points = Math.min(scoring.max ?? Number.POSITIVE_INFINITY, rounded(to.y, 1));
      return { ...scoring, steps: scoring.steps.map((step, i) => (i === corner ? { from, points } : step)) };
    }
  }
}

function between(xs: readonly number[], at: number, x: number, grain: number): number {
  const [low, high] = [(xs[at - 1] ?? -Infinity) + grain, (xs[at + 1] ?? Infinity) - grain];
  return low > high ? (xs[at] as number) : rounded(Math.max(low, Math.min(high, x)), grain);
}

function rounded(value: number, grain: number): number {
  const digits = Math.max(0, -Math.floor(Math.log10(grain)));
  return Number((Math.round(value / grain) * grain).toFixed(Math.min(12, digits)));
}
