import type { saveScorecardDrafts, submitScorecards } from "@/lib/actions/scorecards";
import type { Day, Month } from "@/lib/core/calendar";
import type { Answers } from "@/lib/core/scorecard/answers";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { type Edit, editOf, type GridState, NO_NOTES, withEdit } from "./grid-state";
import type { Typed } from "./row-view";

type ValueOf<Action extends (...input: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<Action>>,
  { ok: true; value: unknown }
>["value"];
export type DraftResult = ValueOf<typeof saveScorecardDrafts>[number];
export type SubmitResult = ValueOf<typeof submitScorecards>[number];

/** What is on its way to the server: each row with the change count and, of cards, the answers that were sent. */
export type Sent = {
  of: "draft" | "submit";
  rows: readonly { row: GridRow; changes: number; answers: Answers | null; typed: Typed }[];
};
type Signed = { period: Month; today: Day; author: string };

/** The state once drafts have been answered for. What was typed meanwhile stays to be saved. */
export function drafted(state: GridState, sent: Sent, results: readonly DraftResult[]): GridState {
  return results.reduce((next, result) => {
    const found = sent.rows.find(({ row }) => row.accountId === result.accountId);
    if (!found) return next;
    const edit = editOf(next, found.row);
    if (result.saved) {
      const known = { version: result.version, savedChanges: found.changes, saved: found.typed };
      return withEdit(next, result.accountId, { ...edit, ...known });
    }
    const failed = { of: "draft" as const, message: result.message, isOffline: false };
    return withEdit(next, result.accountId, { ...edit, failed, theirs: result.theirs, submit: "no" });
  }, state);
}

/** The state once submitted cards have been answered for: confirmed ones are done with, refused ones say why. */
export function submitted(state: GridState, sent: Sent, results: readonly SubmitResult[], by: Signed): GridState {
  return results.reduce((next, result) => {
    const found = sent.rows.find(({ row }) => row.accountId === result.accountId);
    return found ? answeredFor(next, found, result, by) : next;
  }, state);
}

function answeredFor(
  state: GridState,
  { row, answers }: Sent["rows"][number],
  result: SubmitResult,
  { period, today, author }: Signed,
): GridState {
  const { accountId } = row;
  const edit = editOf(state, row);
  if (!result.submitted) {
    const failed = { of: "submit" as const, message: result.message, isOffline: false };
    return withEdit(state, accountId, { ...edit, submit: "no", failed });
  }
  const { [accountId]: _, ...others } = state.edits;
  const isTypedOn = edit.submit !== "sending";
  const edits = isTypedOn
    ? { ...others, [accountId]: { ...edit, version: 0, saved: { answers: {}, notes: NO_NOTES } } }
    : others;
  if (result.recordedAs === "challenge" || !answers) return { ...state, edits };
  const { version, notes, after, recordedAs } = result;
  const card = { period, version, answers, notes, author, recordedAs, submittedOn: today };
  return { ...state, edits, confirmed: { ...state.confirmed, [accountId]: { card, health: after } } };
}

/** The state once nothing of what was sent has arrived. Where the server could not be reached the rows wait as typed. */
export function unsent(state: GridState, sent: Sent, message: string, isOffline: boolean): GridState {
  return sent.rows.reduce((next, { row }) => {
    const edit = editOf(next, row);
    const failed = { of: sent.of, message, isOffline };
    return withEdit(next, row.accountId, { ...edit, submit: "no", failed });
  }, state);
}

/** The state while submitted cards are on their way. */
export function sending(state: GridState, sent: Sent): GridState {
  if (sent.of === "draft") return state;
  return sent.rows.reduce(
    (next, { row }) => withEdit(next, row.accountId, { ...editOf(next, row), submit: "sending" }),
    state,
  );
}

/** The state in which what failed, of one account or of all, is tried again. */
export function retried(state: GridState, only?: number): GridState {
  const again = (edit: Edit): Edit => {
    if (!edit.failed || edit.theirs) return edit;
    return { ...edit, failed: null, submit: edit.failed.of === "submit" ? "queued" : edit.submit };
  };
  const edits = Object.entries(state.edits).map(([accountId, edit]) => [
    accountId,
    only === undefined || only === Number(accountId) ? again(edit) : edit,
  ]);
  return { ...state, edits: Object.fromEntries(edits) };
}

/** The state once a row that two people changed has been decided on: its buttons are gone, the cursor is back in the row. */
export function resolved(state: GridState, row: GridRow, keep: "mine" | "theirs"): GridState {
  const edit = editOf(state, row);
  const { theirs } = edit;
  if (!theirs) return state;
  const settled = { ...edit, version: theirs.version, theirs: null, failed: null };
  const back = { ...state, cursor: { accountId: row.accountId, column: "champion" as const } };
  if (keep === "mine") return withEdit(back, row.accountId, { ...settled, changes: edit.changes + 1 });
  const { answers, notes } = theirs;
  return withEdit(back, row.accountId, {
    ...settled,
    answers,
    notes,
    saved: { answers, notes },
    savedChanges: edit.changes,
  });
}
