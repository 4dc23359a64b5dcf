import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { forecastCalls } from "@/db/schema";
import { isDay } from "@/lib/core/calendar";
import { CALLS } from "@/lib/core/forecast/calls";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RecordForecastCall = z.strictObject({
  accountId: z.int().positive(),
  /** The decide-by date that is called, as it was on screen. */
  decideBy: z.string().refine(isDay, "A day as YYYY-MM-DD."),
  call: z.enum(CALLS, "Choose commit, best case, at risk or lost."),
  note: z.string().trim().max(500, "A note has at most 500 characters.").nullable().default(null),
});

/** Says what will come of a renewal. Calls are kept, each with its day; the latest counts. */
export async function recordForecastCall(
  ctx: Ctx,
  { accountId, decideBy, call, note }: z.output<typeof RecordForecastCall>,
): Promise<{ callId: number }> {
  await authorize(ctx, "forecast:call");
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await authorize(within, "forecast:call", accountId);
    const { rows } = await tx.execute<{ decideBy: string | null; before: string | null }>(sql`
      select decide_by as "decideBy", (select f.call from forecast_calls f where f.account_id = ${accountId}
        and f.decide_by = t.decide_by order by f.id desc limit 1) as before
      from triage t where account_id = ${accountId}`);
    const [now] = rows;
    if (now?.decideBy !== decideBy)
      throw new AppError("conflict", "The decide-by date of this account has changed. Reload to see it.");
    const calledBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const [made] = await tx
      .insert(forecastCalls)
      .values({ accountId, decideBy, call, note: note || null, calledOn: ctx.today, calledBy })
      .returning({ callId: forecastCalls.id });
    if (!made) throw new Error("An inserted call returns its id");
    await emitAudit(within, tx, {
      entry: "forecast.called",
      accountId,
      subject: `forecast:${decideBy}`,
      before: now.before,
      after: { call, note },
    });
    return made;
  });
}
