import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { modelVersions } from "@/db/schema";
import { addMonths, isDay } from "@/lib/core/calendar";
import { Model } from "@/lib/core/health/model";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { oweNotice } from "@/lib/server/owe-notice";
import { withTransaction } from "@/lib/server/transaction";

export const PublishModel = z.strictObject({
  model: Model,
  note: z.string().trim().min(1, "A version needs a note: what changes, and why.").max(2000),
  effectiveFrom: z.string().refine(isDay, "must be a date, YYYY-MM-DD").optional(),
});

/** Publishes a model as the next version, effective from a date (today unless said). Versions never change afterwards;
 * scores follow with the next run. */
export async function publishModel(
  ctx: Ctx,
  { model, note, effectiveFrom = ctx.today }: z.output<typeof PublishModel>,
): Promise<{ version: number }> {
  await authorize(ctx, "model:publish");
  const bare = Object.values({ default: model.definitions.default, ...model.definitions.segments })
    .flatMap((definition) => definition.bands)
    .find((band) => !band.playbook);
  if (bare) throw new AppError("invalid", `The band "${bare.key}" has no playbook: say what it obliges people to do.`);
  const publishedBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return withTransaction(ctx, async ({ tx }) => {
    await tx.execute(sql`lock table ${modelVersions} in share row exclusive mode`);
    const [last] = await tx.select({ version: sql<number>`coalesce(max(version), 0)::int` }).from(modelVersions);
    const version = (last?.version ?? 0) + 1;
    await tx.insert(modelVersions).values({
      version,
      name: model.name,
      definition: model,
      note,
      effectiveFrom,
      publishedBy,
      ownerId: publishedBy,
      nextReviewOn: addMonths(effectiveFrom, 3),
    });
    await emitAudit(ctx, tx, {
      entry: "model.published",
      subject: `version ${version}`,
      after: { name: model.name, note, effectiveFrom },
    });
    await oweNotice(tx, {
      kind: "model_published",
      dedupeKey: `model:${version}`,
      payload: { version, name: model.name, note, effectiveFrom },
    });
    return { version };
  });
}
