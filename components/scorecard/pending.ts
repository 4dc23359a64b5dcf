import type { Answers } from "@/lib/core/scorecard/answers";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { currentRow, editOf, type GridState, viewIn } from "./grid-state";
import type { Sent } from "./reduce-saving";
import type { Typed } from "./row-view";

/** The rows queued for submission, with the answers they are sent with. */
export function pendingSubmits(state: GridState, rows: readonly GridRow[]): Sent {
  const queued = rows.flatMap((row) => {
    const edit = editOf(state, row);
    if (edit.submit !== "queued") return [];
    const { answers } = viewIn(state, row, false);
    return answers ? [{ row, changes: edit.changes, answers, typed: workOf(edit) }] : [];
  });
  return { of: "submit", rows: queued };
}

/** The rows with changes that the server has not seen. A challenge is not drafted. */
export function pendingDrafts(state: GridState, rows: readonly GridRow[]): Sent {
  const dirty = rows.flatMap((row) => {
    const edit = editOf(state, row);
    const { changes, savedChanges, submit, failed } = edit;
    const isDraft = row.answersAs !== null && row.answersAs !== "challenge";
    const isPending = isDraft && changes > savedChanges && submit === "no" && !failed;
    return isPending ? [{ row, changes, answers: null, typed: workOf(edit) }] : [];
  });
  return { of: "draft", rows: dirty };
}

/** A row's work as the draft that is sent. */
export function draftOf(state: GridState, row: GridRow) {
  const { answers, notes, version } = editOf(state, row);
  return { accountId: row.accountId, version, answers, notes };
}

/** A row's card as it is sent. */
export function cardOf(state: GridState, { row, answers }: { row: GridRow; answers: Answers | null }) {
  if (!answers) throw new Error("cardOf requires the three answers");
  const version = currentRow(row, state.confirmed[row.accountId]).card?.version ?? 0;
  return { accountId: row.accountId, version, answers, notes: editOf(state, row).notes };
}

const workOf = ({ answers, notes }: Typed): Typed => ({ answers, notes });
