import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { plans } from "@/db/schema";
import { lackWords } from "@/lib/core/playbook/plan";
import { missingOf } from "@/lib/core/playbook/written-plan";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { oweNotice } from "@/lib/server/owe-notice";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

const planRead = { planId: z.int().positive(), version: z.int().positive() };
export const ApprovePlan = z.discriminatedUnion("verdict", [
  z.strictObject({ ...planRead, verdict: z.literal("approve") }),
  z.strictObject({
    ...planRead,
    verdict: z.literal("return"),
    note: z.string().trim().min(1, "Say what it still needs.").max(1000, "At most 1,000 characters."),
  }),
]);

/** Leadership's word on a recovery plan that waits for it: approved, which stops the clock from today, or given back with a note.
 * The plan must be the one that was read. Whoever handed it in is told. */
export async function approvePlan(ctx: Ctx, input: z.output<typeof ApprovePlan>): Promise<void> {
  await authorize(ctx, "plan:approve");
  const { planId, version, verdict } = input;
  await withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const [before] = await tx.select().from(plans).where(eq(plans.id, planId)).for("update");
    if (!before) throw new AppError("not_found", "There is no such plan.");
    const { accountId } = before;
    await authorize(within, "plan:approve", accountId);
    if (before.version !== version)
      throw new AppError("conflict", "Somebody changed this plan meanwhile. Read it again.");
    if (before.status !== "open" || before.submittedOn === null)
      throw new AppError("conflict", "This plan does not wait for approval.");
    const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const after =
      input.verdict === "approve"
        ? { approvedBy: personId, approvedOn: ctx.today, completeOn: ctx.today }
        : { returnedBy: personId, returnedNote: input.note };
    const lack = lackWords(missingOf(before).filter((part) => part !== "approval"));
    if (verdict === "approve" && lack) throw new AppError("conflict", `${lack} Give it back with a note.`);
    const waits = { submittedBy: null, submittedOn: null, version: version + 1 };
    await tx
      .update(plans)
      .set({ ...after, ...waits })
      .where(eq(plans.id, planId));
    const entry = verdict === "approve" ? "plan.approved" : "plan.returned";
    await emitAudit(within, tx, { entry, accountId, subject: `plan:${planId}`, before, after });
    const note = input.verdict === "return" ? input.note : null;
    await oweNotice(tx, {
      kind: "plan_answered",
      dedupeKey: `plan-answered:${planId}:${version}`,
      payload: { accountId, personId: before.submittedBy, verdict, note },
    });
    await rescore(tx, [accountId], "plan");
  });
}
