import "server-only";
import { z } from "zod";
import { notes } from "@/db/schema";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const AddNote = z.strictObject({
  accountId: z.int().positive(),
  text: z.string().trim().min(1, "Write something first.").max(4000, "A note has at most 4,000 characters."),
});

/** Adds a note to an account. Returns its id, so that it can be taken back. */
export async function addNote(ctx: Ctx, { accountId, text }: z.output<typeof AddNote>): Promise<{ noteId: number }> {
  await authorize(ctx, "work:write");
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await authorize(within, "work:write", accountId);
    const authorId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const [note] = await tx.insert(notes).values({ accountId, authorId, text }).returning({ noteId: notes.id });
    if (!note) throw new Error("The note was not written");
    await emitAudit(within, tx, { entry: "note.added", accountId, subject: `note:${note.noteId}`, after: { text } });
    return note;
  });
}
