import type { Day, Month } from "@/lib/core/calendar";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import type { Question } from "@/lib/core/scorecard/reasons";
import { pasted } from "./fill-cells";
import { type Cursor, type Grid, type GridState, typed, viewIn } from "./grid-state";
import { type Kept, resumed } from "./kept-work";
import type { Intent } from "./key-intent";
import { answered, confirmed, nextReason, queued, reduceKeys } from "./reduce-keys";
import {
  type DraftResult,
  drafted,
  resolved,
  retried,
  type Sent,
  type SubmitResult,
  sending,
  submitted,
  unsent,
} from "./reduce-saving";
import { recorded, stepped } from "./undo-steps";

export type GridAction =
  | { type: "key"; intent: Intent; grid: Grid }
  | { type: "focus" | "extend_to"; cursor: Cursor }
  | { type: "paste"; text: string; grid: Grid }
  | { type: "refused_read" }
  | { type: "resume"; rows: readonly GridRow[]; kept: Kept }
  | { type: "answer"; row: GridRow; question: Question; value: string; grid: Grid }
  | { type: "confirm"; row: GridRow; grid: Grid }
  | { type: "submit_ready" | "confirm_all"; grid: Grid }
  | { type: "note"; row: GridRow; question: Question; text: string }
  | { type: "note_done"; grid: Grid }
  | { type: "note_left" }
  | { type: "undo" | "redo"; rows: readonly GridRow[] }
  | { type: "resolve"; row: GridRow; keep: "mine" | "theirs" }
  | { type: "retry"; accountId?: number }
  | { type: "sending"; sent: Sent }
  | { type: "drafted"; sent: Sent; results: readonly DraftResult[] }
  | {
      type: "submitted";
      sent: Sent;
      results: readonly SubmitResult[];
      by: { period: Month; today: Day; author: string };
    }
  | { type: "unsent"; sent: Sent; message: string; isOffline: boolean };

/** Everything that can happen to the month's grid; what a person types or fills can be taken back. */
export function reduceGrid(state: GridState, action: GridAction): GridState {
  const next = reduced(state, action);
  switch (action.type) {
    case "key":
    case "paste":
      return recorded(state, next, action.grid.rows);
    case "answer":
      return recorded(state, next, [action.row]);
    case "note":
      return recorded(state, next, [action.row], `note ${action.question}`);
    default:
      return next;
  }
}

function reduced(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case "key":
      return reduceKeys(state, action.intent, action.grid);
    case "focus":
      return {
        ...state,
        ...{ anchor: null, cursor: action.cursor, note: isNoteAt(state, action.cursor) ? state.note : null },
      };
    case "extend_to":
      return { ...state, note: null, anchor: state.anchor ?? state.cursor, cursor: action.cursor };
    case "paste":
      return pasted(state, action.grid, action.text);
    case "refused_read":
      return { ...state, refused: [] };
    case "resume":
      return resumed(state, action.rows, action.kept);
    case "answer":
      return answered(state, action.grid, action.row, action.question, action.value);
    case "confirm":
      return confirmed(state, action.grid, action.row);
    case "confirm_all":
      return queued(state, action.grid, (view) => view.isUnchanged && view.lacking.length === 0);
    case "submit_ready":
      return queued(state, action.grid, (view) => view.isReady);
    case "note":
      return typed(state, action.row, { notes: { [action.question]: action.text === "" ? null : action.text } });
    case "note_done":
      return noteDone(state, action.grid);
    case "note_left": {
      const { note } = state;
      return note ? { ...state, note: null, cursor: { accountId: note.accountId, column: note.question } } : state;
    }
    case "undo":
    case "redo":
      return stepped(state, action.rows, action.type);
    case "resolve":
      return resolved(state, action.row, action.keep);
    case "retry":
      return retried(state, action.accountId);
    case "sending":
      return sending(state, action.sent);
    case "drafted":
      return drafted(state, action.sent, action.results);
    case "submitted":
      return submitted(state, action.sent, action.results, action.by);
    case "unsent":
      return unsent(state, action.sent, action.message, action.isOffline);
  }
}

const isNoteAt = ({ note }: GridState, { accountId, column }: Cursor) =>
  note?.accountId === accountId && column === "note";

/** Enter in a note: to the next answer given that lacks its reason, else on to where the answer led, or to the confirmation. */
function noteDone(state: GridState, grid: Grid): GridState {
  const { note } = state;
  const row = grid.rows.find(({ accountId }) => accountId === note?.accountId);
  if (!note || !row) return { ...state, note: null };
  const closed = { ...state, note: null };
  const refused: GridState = { ...state, note: { ...note, isRefused: true } };
  const view = viewIn(state, row, grid.hideMeasured);
  if (note.next === "reason") {
    const isMissing = view.lacking.some(({ question }) => question === note.question);
    return isMissing ? refused : nextReason(closed, grid, row);
  }
  const isAsked = (question: Question) => note.next === "confirm" || view.cells[question].state === "given";
  const lack = view.lacking.find(({ question }) => isAsked(question));
  if (lack?.question === note.question) return refused;
  if (lack) return { ...state, note: { ...note, question: lack.question, why: lack.why, isRefused: false } };
  if (note.next !== "confirm") return { ...closed, cursor: note.next };
  return confirmed({ ...closed, cursor: { accountId: row.accountId, column: "champion" } }, grid, row);
}
