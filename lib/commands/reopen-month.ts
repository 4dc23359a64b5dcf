import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { people, scorecardMonths } from "@/db/schema";
import { Period, periodRefusal } from "@/lib/core/scorecard/period";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const ReopenMonth = z.strictObject({
  personId: z.int().positive(),
  period: Period,
  reason: z.string().trim().min(1, "Say why the month is opened again.").max(500),
});

/** Opens a submitted month again, so that its cards can be corrected: by the manager of whose it is, with a reason. */
export async function reopenMonth(ctx: Ctx, { personId, period, reason }: z.output<typeof ReopenMonth>): Promise<void> {
  await authorize(ctx, "scorecard:reopen");
  const refusal = periodRefusal(period, ctx.today);
  if (refusal) throw new AppError("invalid", refusal);
  await withTransaction(ctx, async ({ tx }) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    const { actor } = ctx;
    const leads = actor.kind === "person" && (person?.managerId === actor.personId || actor.roles.includes("admin"));
    if (!person || !leads) throw new AppError("not_found", "There is no such month of someone you lead.");
    const [month] = await tx
      .select()
      .from(scorecardMonths)
      .where(and(eq(scorecardMonths.personId, personId), eq(scorecardMonths.period, period)))
      .orderBy(desc(scorecardMonths.id))
      .limit(1)
      .for("update");
    if (!month || month.reopenedAt !== null) throw new AppError("conflict", "This month is open.");
    await tx
      .update(scorecardMonths)
      .set({ reopenedBy: actor.personId, reopenedOn: ctx.today, reopenedAt: ctx.now, reopenReason: reason })
      .where(eq(scorecardMonths.id, month.id));
    await emitAudit(ctx, tx, {
      entry: "scorecard_month.reopened",
      subject: `${person.name}, ${period}`,
      after: { reason },
    });
  });
}
