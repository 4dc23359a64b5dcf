import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { notes } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RemoveNote = z.strictObject({ noteId: z.int().positive() });

/** Takes a note back; only its author, or an admin, may. Its text stays in the audit log. */
export async function removeNote(ctx: Ctx, { noteId }: z.output<typeof RemoveNote>): Promise<void> {
  await authorize(ctx, "work:write");
  await withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const [note] = await tx.delete(notes).where(eq(notes.id, noteId)).returning();
    if (!note) throw new AppError("not_found", "There is no such note.");
    await authorize(within, "work:write", note.accountId);
    const { actor } = ctx;
    if (actor.kind === "person" && actor.personId !== note.authorId && !actor.roles.includes("admin"))
      throw new AppError("forbidden", "Only its author takes a note back.");
    await emitAudit(within, tx, {
      entry: "note.removed",
      accountId: note.accountId,
      subject: `note:${noteId}`,
      before: { text: note.text, authorId: note.authorId },
    });
  });
}
