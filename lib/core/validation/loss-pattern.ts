import { dayNumber } from "@/lib/core/calendar";
import { quantileOf } from "./bins";
import type { Judged } from "./judged";
import { matchPairs } from "./match-pairs";
import type { MeasurePoints } from "./points-before";
import { type Share, wilson } from "./wilson";

/** Losses that the pattern is read from: the last so many that churned. */
export const LAST_LOSSES = 20;
const QUARTER = 0.25;
/** ARR within a factor of 4, decided within a year of each other, in the same segment. */
const CALIPERS = [2, 365] as const;

/** A measure so many days before: mean points of the lost and of the renewed that match them, and the share of the lost that show
 * it (points below the worst quarter of the renewed, which a quarter of the renewed show by definition). Null where there are no
 * readings. */
export type PatternCell = { horizon: number; lost: number | null; renewed: number | null; showing: Share | null };
export type PatternRow = { key: string; cells: PatternCell[] };
export type LossPattern = { lost: number; matched: number; rows: PatternRow[] };

/** The cases of one horizon with the points of each measure in them. */
export type PointsAt = { horizon: number; cases: readonly Judged[]; measures: readonly MeasurePoints[] };

/** What the last 20 churned had in common before they left, against renewed accounts that match them one to one; measures that
 * most of the lost show at 90 days first. */
export function lossPattern(byHorizon: readonly PointsAt[]): LossPattern {
  const cells = byHorizon.map((at) => ({ at, ...sidesOf(at.cases) }));
  const keys = [...new Set(byHorizon.flatMap(({ measures }) => measures.map(({ key }) => key)))];
  const rows = keys.map((key) => ({
    key,
    cells: cells.map(({ at, lost, renewed }) => {
      const points = at.measures.find((measure) => measure.key === key)?.points;
      return cellOf(at.horizon, valuesAt(points, lost), valuesAt(points, renewed));
    }),
  }));
  const main = cells.find(({ at }) => at.horizon === 90) ?? cells[0];
  const shown = ({ cells: of }: PatternRow) => of.find(({ horizon }) => horizon === 90)?.showing?.share ?? 0;
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

function cellOf(horizon: number, lost: readonly number[], renewed: readonly number[]): PatternCell {
  if (lost.length === 0 || renewed.length === 0)
    return { horizon, lost: meanOf(lost), renewed: meanOf(renewed), showing: null };
  const edge = quantileOf(
    renewed.toSorted((a, b) => a - b),
    QUARTER,
  );
  return {
    ...{ horizon, lost: meanOf(lost), renewed: meanOf(renewed) },
    showing: wilson(lost.filter((value) => value < edge).length, lost.length),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
