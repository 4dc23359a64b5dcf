import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { deliveries, endpoints } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RemoveEndpoint = z.strictObject({ id: z.int().positive() });

/** Removes an endpoint, its secret and its log; what was still to be delivered is not. */
export async function removeEndpoint(ctx: Ctx, { id }: z.output<typeof RemoveEndpoint>): Promise<void> {
  await authorize(ctx, "settings:write");
  await withTransaction(ctx, async ({ tx }) => {
    await tx.delete(deliveries).where(eq(deliveries.endpointId, id));
    const [gone] = await tx.delete(endpoints).where(eq(endpoints.id, id)).returning();
    if (!gone) throw new AppError("not_found", "There is no such endpoint.");
    await emitAudit(ctx, tx, { entry: "endpoint.removed", subject: `${id} ${gone.name}`, before: { kind: gone.kind } });
  });
}
