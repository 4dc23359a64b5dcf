import type { Measure } from "@/lib/core/health/model";
import type { Scoring } from "@/lib/core/health/scoring";
import type { Unit } from "@/lib/core/measures/measure";
import { readingText } from "@/lib/core/measures/words";
import { catalogued } from "./measure-name";

/** A number as people write it: at most two decimals, a true minus. */
export function numberText(value: number): string {
  return String(Math.round(value * 100) / 100).replace("-", "−");
}

/** How a reading becomes points, in words.
 * @example scoringWords({ type: "linear", worst: 12, best: 0 }, "count") // → "12 → 0, 0 → 100"
 * @example scoringWords({ type: "levels", levels: { yes: 10, no: 0 } }) // → "yes 10, no 0" */
export function scoringWords(scoring: Scoring, unit: Unit = "value"): string {
  const reading = (value: number) => readingText({ unit }, value);
  switch (scoring.type) {
    case "linear":
      return `${reading(scoring.worst)} → 0, ${reading(scoring.best)} → 100`;
    case "curve":
      return scoring.points.map(([x, y]) => `${reading(x)} → ${numberText(y)}`).join(", ");
    case "steps":
      return scoring.steps.map(({ from, points }) => `from ${reading(from)}: ${numberText(points)}`).join(", ");
    case "levels":
      return Object.entries(scoring.levels)
        .sort(([, a], [, b]) => b - a)
        .map(([level, points]) => `${level.replaceAll("_", " ")} ${numberText(points)}`)
        .join(", ");
  }
}

/** The unit of a measure's readings.
 * @example unitOf("severity_load") // → "per 100 seats" */
export function unitOf(key: string): Unit {
  return catalogued(key)?.unit ?? "value";
}

export const MISSING_WORDS: Readonly<Record<Measure["missing"], string>> = {
  exclude: "its weight goes to the others",
  neutral: "counts as 50 points",
  worst: "counts as the worst",
};

export const SCORING_WORDS: Readonly<Record<Scoring["type"], string>> = {
  linear: "Straight line",
  curve: "Curve",
  steps: "Steps",
  levels: "Levels",
};
