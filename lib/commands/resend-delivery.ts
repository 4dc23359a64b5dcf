import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { deliveries } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const ResendDelivery = z.strictObject({ endpointId: z.int().positive(), outboxId: z.int().positive() });

/** Puts an event on its way to an endpoint once more, under the same id, with all attempts before it. */
export async function resendDelivery(
  ctx: Ctx,
  { endpointId, outboxId }: z.output<typeof ResendDelivery>,
): Promise<void> {
  await authorize(ctx, "settings:write");
  await withTransaction(ctx, async ({ tx }) => {
    const { rowCount } = await tx
      .update(deliveries)
      .set({ attempts: 0, nextAttemptAt: ctx.now, deliveredAt: null, givenUpAt: null, lastError: null })
      .where(
        and(
          eq(deliveries.endpointId, endpointId),
          eq(deliveries.outboxId, outboxId),
          sql`${deliveries.lastError} is distinct from 'sending'`,
        ),
      );
    if (!rowCount) throw new AppError("not_found", "There is no such delivery, or it is being sent right now.");
    await emitAudit(ctx, tx, { entry: "delivery.resent", subject: `endpoint ${endpointId}, event ${outboxId}` });
  });
}
