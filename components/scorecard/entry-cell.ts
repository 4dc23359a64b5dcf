import type { Cursor, Grid, GridState } from "./grid-state";
import { openRow } from "./open-row";

/** The cell in which the grid is entered: where the cursor last was, else the first row that is to be confirmed; null where no
 * row shows. */
export function entryCell(state: Pick<GridState, "cursor" | "edits" | "confirmed">, grid: Grid): Cursor | null {
  const { cursor } = state;
  if (cursor && grid.rows.some(({ accountId }) => accountId === cursor.accountId)) return cursor;
  const row = grid.rows[openRow(state, grid)] ?? grid.rows[0];
  return row ? { accountId: row.accountId, column: "champion" } : null;
}
