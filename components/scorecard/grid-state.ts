import type { Answers } from "@/lib/core/scorecard/answers";
import type { DraftCard, GridRow, ShownHealth, SubmittedCard } from "@/lib/core/scorecard/grid-row";
import type { Lack, Question } from "@/lib/core/scorecard/reasons";
import { type RowView, rowView, type Typed } from "./row-view";

export const COLUMNS = ["account", "champion", "executive", "outcome", "note"] as const;
export type Column = (typeof COLUMNS)[number];
export type Cursor = { accountId: number; column: Column };

/** A row's unconfirmed work and where it stands with the server. */
export type Edit = Typed & {
  /** The version of the draft that the server has. */
  version: number;
  /** Goes up with every change; saved when it equals `savedChanges`. */
  changes: number;
  savedChanges: number;
  /** Whether the row is to be submitted, or is on its way. */
  submit: "no" | "queued" | "sending";
  /** What the server had of the draft when it last answered: what the row goes back to where a save is refused. */
  saved: Typed;
  /** `isOffline`: the server was not reached, so that what was typed stands and waits. */
  failed: { of: "draft" | "submit"; message: string; isOffline: boolean } | null;
  /** Someone else's draft that this one would overwrite. */
  theirs: DraftCard | null;
};

/** An open note: the question it answers, why it is asked, and where Enter leads. */
export type OpenNote = {
  accountId: number;
  question: Question;
  why: Lack["why"] | null;
  next: Cursor | "confirm" | "reason";
  /** Whether Enter was pressed before a reason stood there. */
  isRefused?: boolean;
};

export type Confirmed = { card: SubmittedCard; health: ShownHealth | null };

/** What undo takes back and redo brings again: each row's work before and after, and how its answers showed. */
export type Past = Typed & { shown: Partial<Answers> };
export type Step = { tag: string | null; rows: readonly { accountId: number; before: Past; after: Past }[] };

/** A pasted cell that was left out, and why. */
export type Refused = { where: string; text: string; why: string };

export type GridState = {
  edits: Readonly<Record<number, Edit>>;
  /** Cards confirmed since the page was loaded. */
  confirmed: Readonly<Record<number, Confirmed>>;
  cursor: Cursor | null;
  /** The corner opposite to the cursor where a range is selected. */
  anchor: Cursor | null;
  /** The row whose last answer led on to the next row, while the cursor still is where that led. */
  left: { accountId: number; to: Cursor } | null;
  note: OpenNote | null;
  past: readonly Step[];
  future: readonly Step[];
  refused: readonly Refused[];
};

/** The rows that show, in their order, and what the reducer must know of them. */
export type Grid = { rows: readonly GridRow[]; hideMeasured: boolean };

export const EMPTY: GridState = {
  ...{ edits: {}, confirmed: {}, cursor: null, anchor: null, left: null, note: null },
  ...{ past: [], future: [], refused: [] },
};
export const NO_NOTES = { champion: null, executive: null, outcome: null };

/** A row with the card confirmed since it was loaded. */
export function currentRow(row: GridRow, confirmed: Confirmed | undefined): GridRow {
  if (!confirmed || confirmed.card.version <= (row.card?.version ?? 0)) return row;
  return { ...row, ...confirmed.health, card: confirmed.card, draft: null, challenge: null, handedOverOn: null };
}

/** The work on a row: what was typed here, else the draft it was loaded with. */
export function editOf(state: Pick<GridState, "edits" | "confirmed">, row: GridRow): Edit {
  const known = state.edits[row.accountId];
  if (known) return known;
  const draft = state.confirmed[row.accountId] ? null : row.draft;
  const saved = { answers: draft?.answers ?? {}, notes: draft?.notes ?? NO_NOTES };
  const fresh = { changes: 0, savedChanges: 0, submit: "no" as const, failed: null, theirs: null };
  return { ...saved, saved, version: draft?.version ?? 0, ...fresh };
}

type Known = { touched: Edit | undefined; confirmed: Confirmed | undefined; view: RowView };
/** What rows showed when last asked, by whether measured scores are kept back: each press asks for all rows, and changes one. */
const shown = { true: new WeakMap<GridRow, Known>(), false: new WeakMap<GridRow, Known>() };

/** A row as it shows in a state. One whose save was refused shows what the server has; what was typed is listed apart. */
export function viewIn(state: Pick<GridState, "edits" | "confirmed">, row: GridRow, hideMeasured: boolean): RowView {
  const [touched, confirmed] = [state.edits[row.accountId], state.confirmed[row.accountId]];
  const known = shown[`${hideMeasured}`].get(row);
  if (known && known.touched === touched && known.confirmed === confirmed) return known.view;
  const edit = editOf(state, row);
  const view = rowView(currentRow(row, confirmed), isPutBack(edit) ? edit.saved : edit, hideMeasured);
  shown[`${hideMeasured}`].set(row, { touched, confirmed, view });
  return view;
}

/** Whether a row went back to what the server has, because it refused to save what was typed. */
export function isPutBack({ failed, theirs }: Edit): boolean {
  return failed?.of === "draft" && !failed.isOffline && theirs === null;
}

/** Whether a row's work is known to this browser only. A challenge is never drafted, so it is until it is sent. */
export function isUnsaved(edit: Edit): boolean {
  return edit.changes > edit.savedChanges || edit.submit !== "no" || edit.failed !== null;
}

/** The state with a row's answers or notes changed. */
export function typed(
  state: GridState,
  row: GridRow,
  change: { answers?: Partial<Answers>; notes?: Partial<Typed["notes"]> },
) {
  const edit = editOf(state, row);
  const next: Edit = {
    ...edit,
    answers: change.answers ?? edit.answers,
    notes: { ...edit.notes, ...change.notes },
    changes: edit.changes + 1,
    submit: "no",
    failed: null,
  };
  return withEdit(state, row.accountId, next);
}

/** The state with a row's edit replaced. */
export function withEdit(state: GridState, accountId: number, edit: Edit): GridState {
  return { ...state, edits: { ...state.edits, [accountId]: edit } };
}
