import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { divergences } from "@/db/schema";
import { settlePermission } from "@/lib/core/access";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

export const SettleDivergence = z.strictObject({
  divergenceId: z.number().int(),
  resolution: z.enum(["numbers_right", "people_right", "both_right", "data_wrong"]),
  note: z.string().trim().min(1, "Say in a sentence why.").max(500, "A reason has at most 500 characters."),
});

/** Settles a disagreement: who was right, and why. Mild ones by the CSM or AM, those that the manager owns by the manager;
 * settling a lift of two bands reviews it. Health and triage follow at once. */
export async function settleDivergence(
  ctx: Ctx,
  { divergenceId, resolution, note }: z.output<typeof SettleDivergence>,
): Promise<void> {
  await authorize(ctx, "divergence:settle");
  await withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const [found] = await tx.select().from(divergences).where(eq(divergences.id, divergenceId)).for("update");
    if (!found) throw new AppError("not_found", "There is no such disagreement.");
    await authorize(within, settlePermission(found), found.accountId);
    if (found.closedOn || found.settledOn) {
      throw new AppError("conflict", "This disagreement is settled already. Reload to see how.");
    }
    const settledBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const after = { resolution, note, settledBy, settledOn: ctx.today, settledGap: found.gap };
    await tx.update(divergences).set(after).where(eq(divergences.id, divergenceId));
    const { accountId, sign, gap, severe } = found;
    await emitAudit(within, tx, { entry: "divergence.settled", accountId, before: { sign, gap, severe }, after });
    await rescore(tx, [accountId], "divergence");
  });
}
