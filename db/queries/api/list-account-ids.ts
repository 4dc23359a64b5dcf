import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** Our numbers of accounts by their ids in the source, or by slug; those that may not be seen are left out. */
export async function listAccountIds(ctx: Ctx, keys: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await ctx.db.execute<{ key: string; accountId: number }>(sql`
    select asked.key, a.id as "accountId"
    from jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) asked(key)
    join accounts a on a.external_id = asked.key or a.slug = asked.key
    where ${visibleAccounts(ctx, sql`a.id`)}
    order by a.external_id = asked.key`);
  return new Map(rows.map(({ key, accountId }) => [key, accountId]));
}
