import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { modelDrafts, modelVersions } from "@/db/schema";
import { addMonths, isDay } from "@/lib/core/calendar";
import { Model } from "@/lib/core/health/model";
import { refusalsOf } from "@/lib/core/model-draft/refusals-of";
import { AppError } from "@/lib/errors";
import { askForReplay } from "@/lib/server/ask-for-replay";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadPlaybooks } from "@/lib/server/load-playbooks";
import { oweNotice } from "@/lib/server/owe-notice";
import { withTransaction } from "@/lib/server/transaction";

const DayText = z.string().refine(isDay, "must be a date, YYYY-MM-DD");

export const PublishModel = z.strictObject({
  model: Model,
  note: z.string().trim().min(1, "A version needs a note: what changes, and why.").max(2000),
  effectiveFrom: DayText.optional(),
  /** What it is expected to do, in a sentence. */
  expected: z.string().trim().max(1000).optional(),
  /** Who answers for it; whoever publishes it unless said. */
  ownerId: z.int().positive().optional(),
  nextReviewOn: DayText.optional(),
  /** Has the past told by it as well, beside what was published. */
  replay: z.boolean().optional(),
  /** The draft that it was, which ends with it. */
  draft: z.strictObject({ id: z.int().positive(), revision: z.int().min(0) }).optional(),
});

/** Publishes a model as the next version, effective from a date (today unless said). Versions never change afterwards;
 * scores follow with the next run, which is asked for at once where the version is in force. */
export async function publishModel(ctx: Ctx, input: z.output<typeof PublishModel>): Promise<{ version: number }> {
  await authorize(ctx, "model:publish");
  const { model, note, expected = null, effectiveFrom = ctx.today } = input;
  const publishedBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const nextReviewOn = input.nextReviewOn ?? addMonths(effectiveFrom, 3);
  if (nextReviewOn <= effectiveFrom)
    throw new AppError("invalid", "The next review lies after the day from which the version counts.", {
      nextReviewOn: "must lie after the day from which the version counts",
    });
  return withTransaction(ctx, async ({ tx, client }) => {
    const refusals = Object.values(refusalsOf(model, await loadPlaybooks(client)));
    if (refusals.length > 0) throw new AppError("invalid", `${[...new Set(refusals)].join("; ")}.`);
    if (input.draft) await endDraft(tx, input.draft);
    await tx.execute(sql`lock table ${modelVersions} in share row exclusive mode`);
    const [last] = await tx.select({ version: sql<number>`coalesce(max(version), 0)::int` }).from(modelVersions);
    const version = (last?.version ?? 0) + 1;
    const ownerId = input.ownerId ?? publishedBy;
    await tx.insert(modelVersions).values({
      ...{ version, name: model.name, definition: model, note, expected },
      ...{ effectiveFrom, publishedBy, ownerId, nextReviewOn },
    });
    if (effectiveFrom <= ctx.today)
      await tx.execute(sql`select graphile_worker.add_job('follow-model', '{}', job_key := 'follow-model')`);
    if (input.replay) await askForReplay(ctx, tx, version);
    await emitAudit(ctx, tx, {
      entry: "model.published",
      subject: `version ${version}`,
      after: { name: model.name, note, expected, effectiveFrom, ownerId, nextReviewOn },
    });
    await oweNotice(tx, {
      kind: "model_published",
      dedupeKey: `model:${version}`,
      payload: { version, name: model.name, note, effectiveFrom },
    });
    return { version };
  });
}

/** Ends the draft that is published; refused where somebody has saved it since it was looked at. */
async function endDraft(tx: Database, { id, revision }: { id: number; revision: number }): Promise<void> {
  const ended = await tx
    .delete(modelDrafts)
    .where(and(eq(modelDrafts.id, id), eq(modelDrafts.revision, revision)))
    .returning({ id: modelDrafts.id });
  if (ended.length === 0)
    throw new AppError("conflict", "Somebody has changed or discarded this draft meanwhile: look at it again.");
}
