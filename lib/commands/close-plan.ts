import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { plans } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

export const ClosePlan = z.strictObject({
  planId: z.int().positive(),
  /** "open" opens a closed plan again. */
  status: z.enum(["done", "dropped", "open"]),
  /** Takes a closing back: the plan goes on from where it began. Else one that is opened again begins anew. */
  isUndo: z.boolean().optional(),
  result: z.string().trim().max(1000, "At most 1,000 characters.").nullable().default(null),
});

/** Ends a plan as done or dropped, with what came of it, or opens it again. */
export async function closePlan(
  ctx: Ctx,
  { planId, status, isUndo, result }: z.output<typeof ClosePlan>,
): Promise<void> {
  await authorize(ctx, "work:write");
  await withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const [before] = await tx.select().from(plans).where(eq(plans.id, planId)).for("update");
    if (!before) throw new AppError("not_found", "There is no such plan.");
    const { accountId } = before;
    await authorize(within, "work:write", accountId);
    if (before.status === status) return;
    const after = {
      ...{ status, result, closedOn: status === "open" ? null : ctx.today, version: before.version + 1 },
      ...(status === "open" && !isUndo ? await standingNow(tx, accountId) : {}),
    };
    await tx.update(plans).set(after).where(eq(plans.id, planId));
    const entry = status === "open" ? "plan.reopened" : "plan.closed";
    await emitAudit(within, tx, { entry, accountId, subject: `plan:${planId}`, before, after });
    await rescore(tx, [accountId], "plan");
  });
}

/** A plan that is opened again is measured against the band it is opened in. */
async function standingNow(tx: Database, accountId: number) {
  const { rows } = await tx.execute<{ toneThen: number | null; healthThen: number | null }>(
    sql`select nullif(tone, 0) as "toneThen", health as "healthThen" from triage where account_id = ${accountId}`,
  );
  return rows[0] ?? {};
}
