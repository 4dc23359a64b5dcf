import "server-only";
import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { modelReplayRequests, modelVersions } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { dayText } from "@/lib/format";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { oweNotice } from "@/lib/server/owe-notice";
import { withTransaction } from "@/lib/server/transaction";

export const WithdrawVersion = z.strictObject({
  version: z.int().positive(),
  reason: z.string().trim().min(1, "Say why it is withdrawn.").max(1000, "A reason has at most 1,000 characters."),
});

/** Calls off a version before its day: it never counts, stays in the list with the reason, and whoever was told of it is told. */
export async function withdrawVersion(ctx: Ctx, { version, reason }: z.output<typeof WithdrawVersion>): Promise<void> {
  await authorize(ctx, "model:publish");
  const withdrawnBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await withTransaction(ctx, async ({ tx }) => {
    await tx.execute(sql`lock table ${modelVersions} in share row exclusive mode`);
    const [found] = await tx.select().from(modelVersions).where(eq(modelVersions.version, version));
    if (!found) throw new AppError("not_found", `There is no model version ${version}.`);
    const { name, effectiveFrom, withdrawnOn } = found;
    if (withdrawnOn) throw new AppError("conflict", `Version ${version} was withdrawn on ${dayText(withdrawnOn)}.`);
    if (effectiveFrom <= ctx.today)
      throw new AppError("conflict", `Version ${version} has begun: go back to another version instead.`);
    const begun = and(lte(modelVersions.effectiveFrom, ctx.today), isNull(modelVersions.withdrawnOn));
    if ((await tx.$count(modelVersions, begun)) === 0)
      throw new AppError("conflict", `No other version has begun: until one has, version ${version} is what scores.`);
    await tx
      .update(modelVersions)
      .set({ withdrawnOn: ctx.today, withdrawnBy, withdrawnReason: reason })
      .where(eq(modelVersions.version, version));
    await tx.delete(modelReplayRequests).where(eq(modelReplayRequests.version, version));
    await tx.execute(sql`select graphile_worker.remove_job(${`replay-version:${version}`})`);
    const subject = `version ${version}`;
    await emitAudit(ctx, tx, { entry: "model.withdrawn", subject, before: { name, effectiveFrom }, after: { reason } });
    await oweNotice(tx, {
      kind: "model_published",
      dedupeKey: `model:${version}:withdrawn`,
      payload: { version, name, note: reason, effectiveFrom, isWithdrawn: true },
    });
  });
}
