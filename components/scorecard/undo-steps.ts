import type { Answers } from "@/lib/core/scorecard/answers";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { QUESTIONS } from "@/lib/core/scorecard/reasons";
import { currentRow, editOf, type GridState, type Past, type Step, viewIn, withEdit } from "./grid-state";

const MOST_STEPS = 100;

/** The state after a change, with the step that takes it back. What is typed into one note is one step. */
export function recorded(
  before: GridState,
  after: GridState,
  rows: readonly GridRow[],
  tag: string | null = null,
): GridState {
  if (before.edits === after.edits) return after;
  const changed = rows.filter(({ accountId }) => {
    const [was, is] = [before.edits[accountId], after.edits[accountId]];
    return is !== undefined && is !== was && is.changes > (was?.changes ?? 0);
  });
  if (changed.length === 0) return after;
  const last = tag === null ? undefined : before.past.at(-1);
  const merges = last?.tag === tag && last.rows[0]?.accountId === changed[0]?.accountId;
  const step: Step = {
    tag,
    rows: changed.map((row) => ({
      accountId: row.accountId,
      before: (merges && last.rows[0]?.before) || pastOf(before, row),
      after: pastOf(after, row),
    })),
  };
  const kept = merges ? before.past.slice(0, -1) : before.past;
  return { ...after, past: [...kept, step].slice(-MOST_STEPS), future: [] };
}

/** The state with the newest step taken back, or the one taken back last done again. A confirmed row is typed on,
 * one that is locked meanwhile stays. */
export function stepped(state: GridState, rows: readonly GridRow[], which: "undo" | "redo"): GridState {
  const [from, to] = which === "undo" ? (["past", "future"] as const) : (["future", "past"] as const);
  const step = state[from].at(-1);
  if (!step) return state;
  const closed = { ...state, note: null, anchor: null, refused: [] };
  const moved = { ...closed, [from]: state[from].slice(0, -1), [to]: [...state[to], step] };
  return step.rows.reduce<GridState>((next, { accountId, before, after }) => {
    const row = rows.find((each) => each.accountId === accountId);
    if (!row?.answersAs) return next;
    const cursor = { accountId, column: changedQuestion(before, after) };
    return { ...restored(next, row, which === "undo" ? before : after), cursor };
  }, moved);
}

function pastOf(state: GridState, row: GridRow): Past {
  const { answers, notes } = editOf(state, row);
  const { cells } = viewIn(state, row, false);
  const shown = Object.fromEntries(QUESTIONS.map((question) => [question, cells[question].answer]));
  return { answers, notes, shown: shown as Partial<Answers> };
}

/** A row typed so that it shows as it did: where the card has changed under it, the old answer is typed over. */
function restored(state: GridState, row: GridRow, past: Past): GridState {
  const edit = editOf(state, row);
  const current = currentRow(row, state.confirmed[row.accountId]);
  const base = (current.card ?? current.previous)?.answers;
  const answers = Object.fromEntries(
    QUESTIONS.flatMap((question) => {
      const stands = past.answers[question] === undefined && base?.[question] === past.shown[question];
      const value = past.answers[question] ?? past.shown[question];
      return stands || value === undefined ? [] : [[question, value]];
    }),
  );
  const next = { ...edit, answers, notes: past.notes, changes: edit.changes + 1 };
  return withEdit(state, row.accountId, { ...next, submit: "no", failed: null });
}

function changedQuestion(before: Past, after: Past) {
  const differs = (question: (typeof QUESTIONS)[number]) =>
    before.shown[question] !== after.shown[question] || before.notes[question] !== after.notes[question];
  return QUESTIONS.find(differs) ?? "champion";
}
