import { type Grid, type GridState, viewIn } from "./grid-state";

/** The index of the first row, from one on, that the viewer is still to confirm; -1 where there is none. */
export function openRow(state: Pick<GridState, "edits" | "confirmed">, { rows, hideMeasured }: Grid, from = 0): number {
  return rows.findIndex((row, at) => at >= from && row.answersAs && !viewIn(state, row, hideMeasured).isConfirmed);
}
