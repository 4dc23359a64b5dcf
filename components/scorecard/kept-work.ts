import { z } from "zod";
import { Answers } from "@/lib/core/scorecard/answers";
import type { GridRow } from "@/lib/core/scorecard/grid-row";
import { CardNotes } from "@/lib/core/scorecard/reasons";
import { editOf, type GridState, isUnsaved, viewIn, withEdit } from "./grid-state";

const Kept = z.array(
  z.strictObject({
    accountId: z.number().int(),
    /** The version of the draft that the work was typed over. */
    version: z.number().int(),
    answers: Answers.partial(),
    notes: CardNotes,
  }),
);
/** Rows whose work only this browser has, as it keeps them over a reload. */
export type Kept = z.output<typeof Kept>;

/** What of a grid's work only this browser has. */
export function keptOf(edits: GridState["edits"], rows: readonly GridRow[]): Kept {
  return rows.flatMap((row) => {
    const edit = edits[row.accountId];
    if (!edit || !isUnsaved(edit)) return [];
    const { version, answers, notes } = edit;
    return [{ accountId: row.accountId, version, answers, notes }];
  });
}

/** Kept work as text and back; text that is not kept work is none. */
export function keptFrom(text: string | null): Kept {
  if (text === null) return [];
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** The state with kept work typed again, to be saved, unless this month's card says the same. Where someone else has changed
 * the draft since, the server tells and both versions show. */
export function resumed(state: GridState, rows: readonly GridRow[], kept: Kept): GridState {
  return kept.reduce((next, { accountId, version, answers, notes }) => {
    const row = rows.find((each) => each.accountId === accountId);
    if (!row?.answersAs || next.edits[accountId]) return next;
    const edit = { ...editOf(next, row), answers, notes, version };
    const typed = withEdit(next, accountId, { ...edit, changes: edit.changes + 1 });
    return viewIn(typed, row, false).isConfirmed ? next : typed;
  }, state);
}
