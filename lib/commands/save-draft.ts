import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { modelDrafts, people } from "@/db/schema";
import type { Model } from "@/lib/core/health/model";
import { DraftModel } from "@/lib/core/model-draft/draft-model";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const SaveDraft = z.strictObject({
  id: z.int().positive(),
  /** The revision that was edited. */
  revision: z.int().min(0),
  model: DraftModel,
});

/** Saved, or what somebody else has saved meanwhile: then nothing is written. */
export type SavedDraft =
  | { isSaved: true; revision: number }
  | { isSaved: false; revision: number; model: Model; by: string | null; at: string };

/** Saves a draft over the revision that was edited; where somebody has saved since, theirs comes back instead. */
export async function saveDraft(ctx: Ctx, { id, revision, model }: z.output<typeof SaveDraft>): Promise<SavedDraft> {
  await authorize(ctx, "model:draft");
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return withTransaction(ctx, async ({ tx }) => {
    const [draft] = await tx.select().from(modelDrafts).where(eq(modelDrafts.id, id)).for("update");
    if (!draft) throw new AppError("not_found", "This draft was published or discarded.");
    if (draft.revision !== revision) {
      const [person] = draft.updatedBy
        ? await tx.select({ name: people.name }).from(people).where(eq(people.id, draft.updatedBy))
        : [];
      return {
        isSaved: false,
        revision: draft.revision,
        model: draft.definition,
        by: person?.name ?? null,
        at: draft.updatedAt.toISOString(),
      };
    }
    await tx
      .update(modelDrafts)
      .set({
        name: model.name,
        definition: model,
        revision: revision + 1,
        updatedAt: ctx.now,
        updatedBy: personId,
      })
      .where(eq(modelDrafts.id, id));
    await emitAudit(ctx, tx, {
      entry: "draft.saved",
      subject: `draft ${id}`,
      before: { revision },
      after: { revision: revision + 1, name: model.name },
    });
    return { isSaved: true, revision: revision + 1 };
  });
}
