import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { plans } from "@/db/schema";
import { isDay } from "@/lib/core/calendar";
import { missingOf } from "@/lib/core/playbook/written-plan";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

export const SetNextStep = z.strictObject({
  planId: z.int().positive(),
  version: z.int().positive(),
  /** The step before is done; otherwise it is reworded, moved or put back. */
  isDone: z.boolean().default(false),
  nextStep: z.string().trim().min(1, "Say what is next.").max(500, "At most 500 characters.").nullable(),
  dueOn: z.string().refine(isDay, "A day as YYYY-MM-DD.").nullable(),
});

/** Gives an open plan its next step and day: the step before was done, or moves. The audit log keeps what was done. Returns the
 * plan's new version and the step before, for undo. */
export async function setNextStep(
  ctx: Ctx,
  { planId, version, isDone, nextStep, dueOn }: z.output<typeof SetNextStep>,
): Promise<{ version: number; before: { nextStep: string | null; dueOn: string | null } }> {
  await authorize(ctx, "work:write");
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const [plan] = await tx.select().from(plans).where(eq(plans.id, planId)).for("update");
    if (!plan) throw new AppError("not_found", "There is no such plan.");
    const { accountId } = plan;
    await authorize(within, "work:write", accountId);
    if (plan.status !== "open") throw new AppError("conflict", "This plan is closed. Open it again to change it.");
    if (plan.version !== version)
      throw new AppError("conflict", "Somebody changed this plan meanwhile. Reload to see it as it is.");
    const isComplete = missingOf({ ...plan, nextStep, dueOn }).length === 0;
    const completeOn = isComplete ? (plan.completeOn ?? ctx.today) : null;
    const after = { nextStep, dueOn, completeOn, version: version + 1 };
    await tx.update(plans).set(after).where(eq(plans.id, planId));
    const before = { nextStep: plan.nextStep, dueOn: plan.dueOn };
    const entry = isDone ? "plan.step_done" : "plan.step_moved";
    await emitAudit(within, tx, { entry, accountId, subject: `plan:${planId}`, before, after: { nextStep, dueOn } });
    await rescore(tx, [accountId], "plan");
    return { version: after.version, before };
  });
}
