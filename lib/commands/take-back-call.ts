import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { forecastCalls } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const TakeBackCall = z.strictObject({ callId: z.int().positive() });

/** Takes back a call of one's own on the day it was made; the one before it counts again. Older calls stay: they are the record. */
export async function takeBackCall(ctx: Ctx, { callId }: z.output<typeof TakeBackCall>): Promise<void> {
  await authorize(ctx, "forecast:call");
  await withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const [found] = await tx.select().from(forecastCalls).where(eq(forecastCalls.id, callId)).for("update");
    if (!found) throw new AppError("not_found", "This call was taken back already.");
    await authorize(within, "forecast:call", found.accountId);
    const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    if (found.calledBy !== me || found.calledOn !== ctx.today)
      throw new AppError("conflict", "Only today's call of your own can be taken back. Make a new one.");
    await tx.delete(forecastCalls).where(eq(forecastCalls.id, callId));
    const { accountId, decideBy, call, note } = found;
    const before = { call, note };
    await emitAudit(within, tx, { entry: "forecast.taken_back", accountId, subject: `forecast:${decideBy}`, before });
  });
}
