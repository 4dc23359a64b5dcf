import "server-only";
import { desc, sql } from "drizzle-orm";
import { z } from "zod";
import { modelVersions } from "@/db/schema";
import { addMonths } from "@/lib/core/calendar";
import { AnswerTexts } from "@/lib/core/health/answer-texts";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { oweNotice } from "@/lib/server/owe-notice";
import { withTransaction } from "@/lib/server/transaction";

export const PublishAnswerTexts = z.strictObject({
  texts: AnswerTexts,
  note: z.string().trim().min(1, "A version needs a note: what changes, and why.").max(2000),
});

/** Publishes the model's next version with other definitions of the answers, from today on; nothing else of it changes. */
export async function publishAnswerTexts(
  ctx: Ctx,
  { texts, note }: z.output<typeof PublishAnswerTexts>,
): Promise<{ version: number }> {
  await authorize(ctx, "model:publish");
  const publishedBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return withTransaction(ctx, async ({ tx }) => {
    await tx.execute(sql`lock table ${modelVersions} in share row exclusive mode`);
    const versions = await tx.select().from(modelVersions).orderBy(desc(modelVersions.version));
    const last = versions.find(({ withdrawnOn }) => withdrawnOn === null);
    if (!last) throw new AppError("invalid", "No model has been published yet.");
    if (last.effectiveFrom > ctx.today)
      throw new AppError("conflict", `Version ${last.version} begins on ${last.effectiveFrom}: change the texts then.`);
    const { answers: before, ...rest } = last.definition;
    const definition = Object.keys(texts).length > 0 ? { ...rest, answers: texts } : rest;
    const version = (versions[0]?.version ?? 0) + 1;
    await tx.insert(modelVersions).values({
      ...{ version, name: last.name, definition, note, publishedBy, ownerId: publishedBy },
      ...{ effectiveFrom: ctx.today, nextReviewOn: addMonths(ctx.today, 3) },
    });
    await emitAudit(ctx, tx, {
      entry: "model.published",
      subject: `version ${version}`,
      before,
      after: { texts, note },
    });
    await oweNotice(tx, {
      kind: "model_published",
      dedupeKey: `model:${version}`,
      payload: { version, name: last.name, note, effectiveFrom: ctx.today },
    });
    return { version };
  });
}
