import type { Scoring } from "@/lib/core/health/scoring";
import type { Measure } from "@/lib/core/measures/measure";
import type { Spread } from "./histogram";

/** Levels of the catalogue from best to worst. */
const BEST_FIRST: Readonly<Record<string, readonly string[]>> = {
  review_alignment: ["aligned", "drifting", "misaligned"],
  first_value: ["reached", "waiting"],
  sponsor_named: ["yes", "no"],
  single_threaded: ["no", "yes"],
};

/** A first scoring function for a measure that is added: a straight line between the 10th and the 90th percentile of the readings
 * in the measure's better direction, 0 to 100 where there are none; levels in even steps, best first.
 * @example scoringFor({ key: "sponsor_named", direction: "level", levels: ["no", "yes"] }, null) // → { type: "levels", levels: { yes: 10, no: 0 } } */
export function scoringFor(measure: Pick<Measure, "key" | "direction" | "levels">, spread: Spread | null): Scoring {
  if (measure.levels) {
    const names = BEST_FIRST[measure.key] ?? measure.levels;
    const worth = (i: number) => Math.round((10 * (names.length - 1 - i)) / Math.max(1, names.length - 1));
    return {
      type: "levels",
      levels: Object.fromEntries(names.map((name, i) => [name, names.length === 1 ? 10 : worth(i)])),
    };
  }
  const [low, high] = spread?.kind === "numbers" && spread.n > 0 ? tensOf(spread.quantiles) : [0, 100];
  return measure.direction === "lower"
    ? { type: "linear", worst: high, best: low }
    : { type: "linear", worst: low, best: high };
}

function tensOf(quantiles: readonly number[]): [number, number] {
  const [low, high] = [quantiles[2] ?? 0, quantiles[18] ?? 100];
  const digits = high - low >= 20 ? 0 : high - low >= 2 ? 1 : 2;
  const [from, to] = [low, high].map((value) => Number(value.toFixed(digits))) as [number, number];
  return to > from ? [from, to] : [from, from + 1];
}

/** The same function in another form, as near as that form allows; levels are made of nothing but levels.
 * @example scoringAs({ type: "linear", worst: 12, best: 0 }, "curve") // → { type: "curve", points: [[0, 100], [12, 0]] }
 * @example scoringAs({ type: "curve", points: [[0, 100], [12, 0]] }, "linear") // → { type: "linear", worst: 12, best: 0 } */
export function scoringAs(scoring: Scoring, type: Scoring["type"]): Scoring {
  if (scoring.type === type || scoring.type === "levels" || type === "levels") return scoring;
  const corners: [number, number][] = cornersOf(scoring);
  if (type === "curve") return { type, points: corners };
  if (type === "steps") return { type, steps: corners.map(([from, points]) => ({ from, points })) };
  const first: [number, number] = corners[0] ?? [0, 0];
  const last: [number, number] = corners.at(-1) ?? [100, 100];
  return last[1] >= first[1]
    ? { type: "linear", worst: first[0], best: last[0] }
    : { type: "linear", worst: last[0], best: first[0] };
}

function cornersOf(scoring: Exclude<Scoring, { type: "levels" }>): [number, number][] {
  if (scoring.type === "curve") return scoring.points;
  if (scoring.type === "steps") return scoring.steps.map(({ from, points }) => [from, points]);
  const ends: [number, number][] = [
    [scoring.worst, 0],
    [scoring.best, 100],
  ];
  return ends.sort(([a], [b]) => a - b);
}

/** One more corner for a curve or steps: half-way in the widest gap, or one beyond the only one.
 * @example withCorner([[0, 0], [10, 100]]) // → [[0, 0], [5, 50], [10, 100]] */
export function withCorner(points: readonly (readonly [number, number])[]): [number, number][] {
  const corners = points.map(([x, y]): [number, number] => [x, y]);
  const last = corners.at(-1);
  if (!last) return [[0, 100]];
  if (corners.length === 1) return [...corners, [last[0] + 1, last[1]]];
  const gaps = corners.slice(1).map(([x], i) => x - (corners[i] as [number, number])[0]);
  const at = gaps.indexOf(Math.max(...gaps));
  const [a, b] = [corners[at] as [number, number], corners[at + 1] as [number, number]];
  return corners.toSpliced(at + 1, 0, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
}
