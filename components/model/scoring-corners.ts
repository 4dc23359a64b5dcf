import type { Scoring } from "@/lib/core/health/scoring";

export type Range = { from: number; to: number };

/** The span of readings in which a function turns, widened by a fifth on either side, and by the readings given. */
export function spanOfScoring(scoring: Scoring, readings: Range | null = null): Range {
  const xs = cornersOf(scoring).map(([x]) => x);
  const [low, high] = [Math.min(...xs, readings?.from ?? Infinity), Math.max(...xs, readings?.to ?? -Infinity)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { from: 0, to: 1 };
  const margin = high > low ? (high - low) * (readings ? 0.06 : 0.2) : Math.abs(low) || 1;
  return { from: low - margin, to: high + margin };
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
