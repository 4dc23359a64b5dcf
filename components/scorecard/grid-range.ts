import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { answerWord } from "@/lib/core/scorecard/questions";
import { COLUMNS, type Column, type Cursor, type Grid, type GridState, viewIn } from "./grid-state";
import { noteLine } from "./note-line";
import { questionOf } from "./question-of";

/** The rows and columns between the cursor and the corner opposite to it; one cell where no range is selected. */
export type Range = { rows: readonly GridRow[]; first: number; columns: readonly Column[]; isOne: boolean };

/** The selected cells; null where the grid has no cursor. */
export function rangeOf({ cursor, anchor }: Pick<GridState, "cursor" | "anchor">, { rows }: Grid): Range | null {
  if (!cursor) return null;
  const at = ({ accountId }: Cursor) => rows.findIndex((row) => row.accountId === accountId);
  const other = anchor && at(anchor) >= 0 ? anchor : cursor;
  const [top, bottom] = sorted(at(cursor), at(other));
  const [left, right] = sorted(COLUMNS.indexOf(cursor.column), COLUMNS.indexOf(other.column));
  if (top < 0) return null;
  const columns = COLUMNS.slice(left, right + 1);
  return { rows: rows.slice(top, bottom + 1), first: top, columns, isOne: top === bottom && left === right };
}

/** The columns of the row at an index that lie in the selected range, as one word, so that other rows stay as they are. */
export function selectedIn(range: Range | null, index: number): string {
  if (!range || range.isOne || index < range.first || index >= range.first + range.rows.length) return "";
  return range.columns.join(" ");
}

/** The selected cells as words, for a spreadsheet. */
export function copied(state: GridState, grid: Grid): string[][] {
  const range = rangeOf(state, grid);
  if (!range) return [];
  return range.rows.map((row) => {
    const view = viewIn(state, row, grid.hideMeasured);
    return range.columns.map((column) => {
      const question = questionOf(column);
      if (question) return view.cells[question].answer ? answerWord(question, view.cells[question].answer) : "";
      return column === "account" ? row.name : noteLine(view.notes);
    });
  });
}

const sorted = (a: number, b: number): [number, number] => [Math.min(a, b), Math.max(a, b)];
