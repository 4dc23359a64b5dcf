import { type Cursor, type Grid, type GridState, viewIn } from "./grid-state";

/** The cell in which the grid is entered: where the cursor last was, else the first row that is to be confirmed; null where no
 * row shows. */
export function entryCell(state: Pick<GridState, "cursor" | "edits" | "confirmed">, grid: Grid): Cursor | null {
  const { rows, hideMeasured } = grid;
  const { cursor } = state;
  if (cursor && rows.some(({ accountId }) => accountId === cursor.accountId)) return cursor;
  const row = rows.find((each) => each.answersAs && !viewIn(state, each, hideMeasured).isConfirmed) ?? rows[0];
  return row ? { accountId: row.accountId, column: "champion" } : null;
}
