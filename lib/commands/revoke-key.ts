import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { apiKeys } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RevokeKey = z.strictObject({ keyId: z.int().positive() });

/** Ends an API key; the next request that shows it is refused. */
export async function revokeKey(ctx: Ctx, { keyId }: z.output<typeof RevokeKey>): Promise<void> {
  await authorize(ctx, "key:revoke");
  await withTransaction(ctx, async ({ tx }) => {
    const [key] = await tx
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(and(eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
      .returning();
    if (!key) throw new AppError("not_found", "There is no such key, or it is revoked already.");
    await emitAudit(ctx, tx, { entry: "key.revoked", subject: `${key.id} ${key.name}` });
  });
}
