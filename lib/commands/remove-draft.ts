import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { modelDrafts } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RemoveDraft = z.strictObject({ id: z.int().positive() });

/** Discards a draft; the audit log keeps what it was. */
export async function removeDraft(ctx: Ctx, { id }: z.output<typeof RemoveDraft>): Promise<void> {
  await authorize(ctx, "model:draft");
  await withTransaction(ctx, async ({ tx }) => {
    const [draft] = await tx.delete(modelDrafts).where(eq(modelDrafts.id, id)).returning();
    if (!draft) throw new AppError("not_found", "This draft was published or discarded already.");
    await emitAudit(ctx, tx, {
      entry: "draft.removed",
      subject: `draft ${id}`,
      before: { name: draft.name, definition: draft.definition },
    });
  });
}
