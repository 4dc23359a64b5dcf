import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const Tag = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u, "A tag has up to 40 letters, digits, spaces, - or _.");
export const TagAccounts = z.strictObject({
  accountIds: z.array(z.int().positive()).min(1).max(500),
  add: z.array(Tag).max(10).default([]),
  remove: z.array(Tag).max(10).default([]),
});

/** Puts tags on accounts and takes others off. */
export async function tagAccounts(ctx: Ctx, { accountIds, add, remove }: z.output<typeof TagAccounts>): Promise<void> {
  await authorize(ctx, "work:write");
  await withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    for (const accountId of accountIds) {
      await authorize(within, "work:write", accountId);
      for (const tag of add)
        await tx.execute(sql`insert into account_tags values (${accountId}, ${tag}) on conflict do nothing`);
      for (const tag of remove)
        await tx.execute(sql`delete from account_tags where account_id = ${accountId} and tag = ${tag}`);
      await emitAudit(within, tx, { entry: "account.tagged", accountId, after: { add, remove } });
    }
  });
}
