import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { listScorecardGrid } from "@/db/queries/list-scorecard-grid";
import { scorecardMonths } from "@/db/schema";
import { monthTally } from "@/lib/core/scorecard/month-tally";
import { Period, periodRefusal } from "@/lib/core/scorecard/period";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const EVERY_ROW = 100_000;

export const SubmitMonth = z.strictObject({
  period: Period,
  /** Why it is submitted although cards are open. */
  reason: z.string().trim().max(500, "A reason has at most 500 characters.").nullable(),
});

/** Submits one's month: its cards are locked until a manager reopens it. All cards that are due are confirmed, or the reason
 * says why not. */
export async function submitMonth(
  ctx: Ctx,
  { period, reason }: z.output<typeof SubmitMonth>,
): Promise<{ due: number; confirmed: number }> {
  await authorize(ctx, "scorecard:submit");
  const { actor } = ctx;
  if (actor.kind !== "person") throw new AppError("invalid", "A month is submitted by the person whose month it is.");
  const refusal = periodRefusal(period, ctx.today);
  if (refusal) throw new AppError("invalid", refusal);
  const { personId } = actor;
  return withTransaction(ctx, async ({ tx }) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('scorecards'))`);
    const { rows: dueDays } = await tx.execute<{ day: number }>(sql`select scorecard_due_day as day from settings`);
    const { rows } = await listScorecardGrid({ ...ctx, db: tx }, period, personId, EVERY_ROW);
    if (rows.some(({ lockedOn }) => lockedOn)) throw new AppError("conflict", "This month has been submitted already.");
    const { due, confirmed } = monthTally(rows, period, dueDays[0]?.day ?? 31);
    if (due === 0) throw new AppError("invalid", "No card of this month is yours to fill.");
    if (confirmed < due && !reason)
      throw new AppError("invalid", `${due - confirmed} of ${due} cards are not confirmed: say why, or confirm them.`);
    const values = { personId, period, due, confirmed, reason: confirmed < due ? reason : null };
    await tx
      .insert(scorecardMonths)
      .values({ ...values, submittedBy: personId, submittedOn: ctx.today, submittedAt: ctx.now });
    await emitAudit(ctx, tx, {
      entry: "scorecard_month.submitted",
      subject: `${actor.name}, ${period}`,
      after: values,
    });
    return { due, confirmed };
  });
}
