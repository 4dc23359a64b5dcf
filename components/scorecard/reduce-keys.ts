import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { QUESTION_WORDS } from "@/lib/core/scorecard/questions";
import { QUESTIONS, type Question } from "@/lib/core/scorecard/reasons";
import { filledDown, rangeFilled } from "./fill-cells";
import { rangeOf } from "./grid-range";
import {
  COLUMNS,
  type Column,
  type Cursor,
  editOf,
  type Grid,
  type GridState,
  type OpenNote,
  typed,
  viewIn,
  withEdit,
} from "./grid-state";
import type { Intent } from "./key-intent";
import { questionOf } from "./question-of";

/** The state after a key on the cell under the cursor. Menus and the whole grid's confirmation
 * are the component's: "choose", "confirm_all" and "submit_ready" change nothing here. */
export function reduceKeys(state: GridState, intent: Intent, grid: Grid): GridState {
  const at = state.cursor;
  const row = grid.rows.find(({ accountId }) => accountId === at?.accountId);
  if (!at || !row) return state;
  const question = questionOf(at.column);
  switch (intent.type) {
    case "move":
      return { ...state, anchor: null, cursor: moved(grid, at, intent.rows, intent.columns) };
    case "extend":
      return { ...state, anchor: state.anchor ?? at, cursor: moved(grid, at, intent.rows, intent.columns) };
    case "select_all":
      return allSelected(state, grid);
    case "collapse":
      return { ...state, anchor: null, refused: [] };
    case "edge":
      return { ...state, anchor: null, cursor: edge(grid, at, intent.edge) };
    case "fill_down":
      return filledDown(state, grid);
    case "next_reason":
      return reasonAsked(state, grid, row);
    case "answer": {
      if (rangeOf(state, grid)?.isOne === false) return rangeFilled(state, grid, intent.rank);
      const value = question && QUESTION_WORDS[question].options[intent.rank]?.value;
      return question && value ? answered(state, grid, row, question, value) : state;
    }
    case "clear":
      return rangeCleared(state, grid);
    case "note":
      return row.answersAs ? opened(state, row, question ?? firstAsked(state, grid, row), null, at) : state;
    case "confirm":
      return confirmedAt(state, grid, row, at);
    case "confirm_all":
    case "submit_ready":
    case "choose":
      return state;
  }
}

/** The state with an answer given: on to the next question, or to the note where the answer calls for a reason. */
export function answered(state: GridState, grid: Grid, row: GridRow, question: Question, value: string): GridState {
  if (!row.answersAs) return state;
  const given = typed(state, row, { answers: { ...editOf(state, row).answers, [question]: value } });
  const { lacking, showsMeasured } = viewIn(given, row, grid.hideMeasured);
  const asked =
    lacking.find((lack) => lack.question === question && lack.why !== "diverges") ??
    lacking.find((lack) => lack.why === "diverges" && showsMeasured);
  const next = advanced(grid, { accountId: row.accountId, column: question });
  const left = next.accountId === row.accountId ? null : { accountId: row.accountId, to: next };
  return { ...(asked ? opened(given, row, asked.question, asked.why, next) : { ...given, cursor: next }), left };
}

/** Opens the next reason that is asked for after a note was left; where none is, the cursor stays on its row. */
export function nextReason(state: GridState, grid: Grid, row: GridRow): GridState {
  return reasonAsked({ ...state, cursor: { accountId: row.accountId, column: "champion" } }, grid, row);
}

/** Queues the rows that a test on their view chooses for submission. */
export function queued(state: GridState, grid: Grid, chosen: (view: ReturnType<typeof viewIn>) => boolean): GridState {
  return grid.rows
    .filter((row) => row.answersAs && chosen(viewIn(state, row, grid.hideMeasured)))
    .reduce(
      (next, row) => withEdit(next, row.accountId, { ...editOf(next, row), submit: "queued", failed: null }),
      state,
    );
}

/** Enter: the row under the cursor or, right after the last answer of the row before, that one. */
function confirmedAt(state: GridState, grid: Grid, row: GridRow, at: Cursor): GridState {
  const { left } = state;
  const before = left?.to === at ? grid.rows.find(({ accountId }) => accountId === left.accountId) : undefined;
  const isReady = before && viewIn(state, before, grid.hideMeasured).isReady && editOf(state, before).submit === "no";
  return isReady ? { ...confirmed(state, grid, before), cursor: { ...at } } : confirmed(state, grid, row);
}

/** Queues a row and goes down to the first question; a row that lacks a reason asks for it first. */
export function confirmed(state: GridState, grid: Grid, row: GridRow): GridState {
  if (!row.answersAs) return state;
  const view = viewIn(state, row, grid.hideMeasured);
  const open = QUESTIONS.find((question) => view.cells[question].state === "empty");
  if (open) return { ...state, cursor: { accountId: row.accountId, column: open } };
  const [lack] = view.lacking;
  if (lack) return opened(state, row, lack.question, lack.why, "confirm");
  const cursor = moved(grid, { accountId: row.accountId, column: "champion" }, 1, 0);
  if (view.isConfirmed) return { ...state, cursor };
  return { ...withEdit(state, row.accountId, { ...editOf(state, row), submit: "queued", failed: null }), cursor };
}

function rangeCleared(state: GridState, grid: Grid): GridState {
  const range = rangeOf(state, grid);
  const questions = range?.columns.flatMap((column) => questionOf(column) ?? []) ?? [];
  return (range?.rows ?? []).reduce(
    (next, row) => questions.reduce((each, question) => cleared(each, row, question), next),
    state,
  );
}

function cleared(state: GridState, row: GridRow, question: Question): GridState {
  const { [question]: gone, ...rest } = editOf(state, row).answers;
  if (gone === undefined || !row.answersAs) return state;
  return typed(state, row, { answers: rest, notes: { [question]: null } });
}

/** Opens the next note that is asked for, from the row on and round to it. */
function reasonAsked(state: GridState, grid: Grid, from: GridRow): GridState {
  const start = grid.rows.indexOf(from);
  const round = [...grid.rows.slice(start), ...grid.rows.slice(0, start)];
  for (const row of round) {
    const { isUnchanged, lacking } = viewIn(state, row, grid.hideMeasured);
    const [lack] = lacking;
    if (row.answersAs && !isUnchanged && lack) return opened(state, row, lack.question, lack.why, "reason");
  }
  return state;
}

function allSelected(state: GridState, { rows }: Grid): GridState {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return state;
  const anchor = { accountId: first.accountId, column: "champion" } as const;
  return { ...state, anchor, cursor: { accountId: last.accountId, column: "outcome" } };
}

function opened(
  state: GridState,
  { accountId }: GridRow,
  question: Question,
  why: NonNullable<GridState["note"]>["why"],
  next: OpenNote["next"],
): GridState {
  return { ...state, anchor: null, cursor: { accountId, column: "note" }, note: { accountId, question, why, next } };
}

function firstAsked(state: GridState, grid: Grid, row: GridRow): Question {
  return viewIn(state, row, grid.hideMeasured).lacking[0]?.question ?? "champion";
}

function moved({ rows }: Grid, { accountId, column }: Cursor, down: number, right: number): Cursor {
  const clamp = (value: number, last: number) => Math.min(last, Math.max(0, value));
  const index = clamp(rows.findIndex((row) => row.accountId === accountId) + down, rows.length - 1);
  const to = COLUMNS[clamp(COLUMNS.indexOf(column) + right, COLUMNS.length - 1)] as Column;
  return { accountId: rows[index]?.accountId ?? accountId, column: to };
}

/** The next question to answer: to the right, after the last one on the next row. */
function advanced(grid: Grid, { accountId, column }: Cursor): Cursor {
  if (column !== "outcome") return moved(grid, { accountId, column }, 0, 1);
  const next = moved(grid, { accountId, column: "champion" }, 1, 0);
  return next.accountId === accountId ? { accountId, column: "outcome" } : next;
}

function edge({ rows }: Grid, { accountId }: Cursor, to: "row_start" | "row_end" | "first" | "last"): Cursor {
  if (to === "row_start" || to === "row_end") return { accountId, column: to === "row_start" ? "account" : "note" };
  const row = to === "first" ? rows[0] : rows.at(-1);
  return { accountId: row?.accountId ?? accountId, column: "champion" };
}
