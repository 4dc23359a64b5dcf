import { dayNumber } from "@/lib/core/calendar";
import { quantileOf } from "./bins";
import { hypergeometricTail } from "./hypergeometric-tail";
import type { Judged } from "./judged";
import { matchPairs } from "./match-pairs";
import type { MeasurePoints } from "./points-before";
import { type Share, wilson } from "./wilson";

/** Losses that the pattern is read from: the last so many that churned. */
export const LAST_LOSSES = 20;
const QUARTER = 0.25;
/** The days before at which it is asked whether chance alone would show as much, and how rarely it may. */
export const PATTERN_HORIZON = 90;
const RARE = 0.05;
/** ARR within a factor of 4, decided within a year of each other, in the same segment. */
const CALIPERS = [2, 365] as const;

/** A measure so many days before: mean points of the lost and of the renewed that match them, and the share of the lost that show
 * it (points below the worst quarter of the renewed, which a quarter of the renewed show by definition). Null where there are no
 * readings. */
export type PatternCell = { horizon: number; lost: number | null; renewed: number | null; showing: Share | null };
/** `isBeyondChance`: 90 days before, so many of the lost show it that, were lost and renewed alike, one table in twenty at most would
 * have such a row. */
export type PatternRow = { key: string; cells: PatternCell[]; isBeyondChance: boolean };
export type LossPattern = { lost: number; matched: number; rows: PatternRow[] };

/** The cases of one horizon with the points of each measure in them. */
export type PointsAt = { horizon: number; cases: readonly Judged[]; measures: readonly MeasurePoints[] };

/** What the last 20 churned had in common before they left, against renewed accounts that match them one to one; measures that
 * most of the lost show at 90 days first. */
export function lossPattern(byHorizon: readonly PointsAt[]): LossPattern {
  const cells = byHorizon.map((at) => ({ at, ...sidesOf(at.cases) }));
  const keys = [...new Set(byHorizon.flatMap(({ measures }) => measures.map(({ key }) => key)))];
  const values = keys.map((key) =>
    cells.map(({ at, lost, renewed }): Sides => {
      const points = at.measures.find((measure) => measure.key === key)?.points;
      return { horizon: at.horizon, lost: valuesAt(points, lost), renewed: valuesAt(points, renewed) };
    }),
  );
  const chances = values.map((sides) => byChance(sides.find(({ horizon }) => horizon === PATTERN_HORIZON)));
  const asked = chances.filter((chance) => chance !== null).length;
  const rows = keys.map((key, i) => {
    const chance = chances[i] ?? null;
    return {
      key,
      cells: (values[i] as Sides[]).map(cellOf),
      isBeyondChance: chance !== null && chance * asked <= RARE,
    };
  });
  const main = cells.find(({ at }) => at.horizon === PATTERN_HORIZON) ?? cells[0];
  const shown = ({ cells: of }: PatternRow) =>
    of.find(({ horizon }) => horizon === PATTERN_HORIZON)?.showing?.share ?? 0;
  return {
    ...{ lost: main?.lost.length ?? 0, matched: main?.renewed.length ?? 0 },
    rows: rows
      .filter(({ cells: of }) => of.some(({ lost, renewed }) => lost !== null || renewed !== null))
      .sort((a, b) => shown(b) - shown(a) || (a.key < b.key ? -1 : 1)),
  };
}

/** Places of the last churned, and of the renewed that match them. */
function sidesOf(cases: readonly Judged[]): { lost: number[]; renewed: number[] } {
  const places = cases.map((_, i) => i);
  const kindOf = (i: number) => (cases[i] as Judged).decision.kind;
  const lost = places.filter((i) => kindOf(i) === "churned").slice(-LAST_LOSSES);
  const kept = places.filter((i) => kindOf(i) === "renewed" || kindOf(i) === "expanded");
  const pairs = matchPairs(matchable(cases, lost), matchable(cases, kept), CALIPERS);
  return { lost, renewed: pairs.map(({ untreated }) => untreated) };
}

function matchable(cases: readonly Judged[], places: readonly number[]) {
  return places.flatMap((id) => {
    const { segment, arrBeforeCents, decidedOn } = (cases[id] as Judged).decision;
    return arrBeforeCents
      ? [{ id, stratum: segment ?? "", near: [Math.log2(arrBeforeCents), dayNumber(decidedOn)] }]
      : [];
  });
}

function valuesAt(points: Float64Array | undefined, places: readonly number[]): number[] {
  return places.map((i) => points?.[i] ?? Number.NaN).filter(Number.isFinite);
}

type Sides = { horizon: number; lost: readonly number[]; renewed: readonly number[] };

function cellOf({ horizon, lost, renewed }: Sides): PatternCell {
  const found = { horizon, lost: meanOf(lost), renewed: meanOf(renewed) };
  if (lost.length === 0 || renewed.length === 0) return { ...found, showing: null };
  return { ...found, showing: wilson(showingOf(lost, renewed), lost.length) };
}

/** How many of the lost lie below the worst quarter of the renewed. */
function showingOf(lost: readonly number[], renewed: readonly number[]): number {
  const edge = quantileOf(
    renewed.toSorted((a, b) => a - b),
    QUARTER,
  );
  return lost.filter((value) => value < edge).length;
}

/** How often so many of the lost would show it, or more, were they like the renewed: then the lowest points of both are anybody's.
 * At most so often where points are equal; null without readings. Source: the precedence test, Nelson 1963. */
function byChance({ lost, renewed }: Sides = { horizon: PATTERN_HORIZON, lost: [], renewed: [] }): number | null {
  if (lost.length === 0 || renewed.length === 0) return null;
  const hits = showingOf(lost, renewed);
  // The edge is no higher than the renewed of this rank.
  const rank = Math.ceil((renewed.length - 1) * QUARTER) + 1;
  const all = lost.length + renewed.length;
  return hypergeometricTail(hits, { all, marked: lost.length, drawn: Math.min(all, hits + rank - 1) });
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
