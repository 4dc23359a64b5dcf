import "server-only";
import { z } from "zod";
import { apiKeys } from "@/db/schema";
import { keptOf, newApiKey } from "@/lib/server/api-key";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const CreateApiKey = z.strictObject({
  name: z.string().trim().min(1, "needs a name").max(80),
  scopes: z
    .array(z.enum(["read", "write", "admin"], { error: "must be read, write or admin" }))
    .min(1, "needs a scope")
    .transform((scopes) => [...new Set(scopes)]),
  expiresInDays: z.int().positive().max(3650).optional(),
});

/** Makes an API key. The key itself is returned here and nowhere else: only its hash is kept. */
export async function createApiKey(
  ctx: Ctx,
  { name, scopes, expiresInDays }: z.output<typeof CreateApiKey>,
): Promise<{ keyId: number; key: string }> {
  await authorize(ctx, "key:create");
  const key = newApiKey();
  const expiresAt = expiresInDays ? new Date(ctx.now.getTime() + expiresInDays * 86_400_000) : null;
  const createdBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return withTransaction(ctx, async ({ tx }) => {
    const [row] = await tx
      .insert(apiKeys)
      .values({ name, scopes, expiresAt, createdBy, ...keptOf(key) })
      .returning();
    if (!row) throw new Error("The key was not stored");
    await emitAudit(ctx, tx, {
      entry: "key.created",
      subject: `${row.id} ${name}`,
      after: { scopes, expiresAt, prefix: row.prefix },
    });
    return { keyId: row.id, key };
  });
}
