import { type Day, daysBetween } from "@/lib/core/calendar";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { isOwed } from "@/lib/core/scorecard/month-tally";
import { editOf, type GridState, viewIn } from "./grid-state";

/** The grid's filters, as they stand in the address. */
export const SHOWS = ["unconfirmed", "changed", "diverging", "renewing"] as const;
export type Show = (typeof SHOWS)[number];
const RENEWING_DAYS = 90;
type Work = Pick<GridState, "edits" | "confirmed">;

/** Whether a row belongs to a filter as the grid stands. A divergence kept back is not told by filtering either. */
export function belongs(state: Work, row: GridRow, show: Show, hideMeasured: boolean, today: Day): boolean {
  const view = viewIn(state, row, hideMeasured);
  switch (show) {
    case "unconfirmed":
      return !view.isConfirmed;
    case "changed":
      return view.isChanged;
    case "diverging":
      return view.divergence !== null && view.showsMeasured;
    case "renewing": {
      const days = row.endsOn ? daysBetween(today, row.endsOn) : -1;
      return days >= 0 && days <= RENEWING_DAYS;
    }
  }
}

/** What the month comes to so far. */
export function countsOf(state: Work, rows: readonly GridRow[], hideMeasured: boolean, today: Day, due?: Day) {
  const views = rows.map((row) => viewIn(state, row, hideMeasured));
  const owed = rows.flatMap((row, i) => (isOwed(row, due ?? today) || views[i]?.isConfirmed ? (views[i] ?? []) : []));
  const mine = rows.flatMap((row, i) => (row.answersAs && row.answersAs !== "challenge" ? (views[i] ?? []) : []));
  const own = mine.length > 0 ? mine.filter((view) => owed.includes(view)) : owed;
  const shows = Object.fromEntries(
    SHOWS.map((show) => [show, rows.filter((row) => belongs(state, row, show, hideMeasured, today)).length]),
  ) as Record<Show, number>;
  return {
    total: own.length,
    confirmed: own.filter(({ isConfirmed }) => isConfirmed).length,
    changed: own.filter(({ isChanged }) => isChanged).length,
    unchanged: mine.filter(({ isUnchanged, lacking }) => isUnchanged && lacking.length === 0).length,
    unchangedLacking: mine.filter(({ isUnchanged, lacking }) => isUnchanged && lacking.length > 0).length,
    asked: mine.filter(({ isUnchanged, isConfirmed, lacking }) => !isUnchanged && !isConfirmed && lacking.length > 0)
      .length,
    ready: mine.filter(({ isReady }) => isReady).length,
    failed: rows.filter((row) => editOf(state, row).failed !== null).length,
    shows,
  };
}
