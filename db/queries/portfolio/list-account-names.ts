import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** Names and slugs of accounts by id. */
export async function listAccountNames(
  ctx: Ctx,
  accountIds: readonly number[],
): Promise<Map<number, { slug: string; name: string }>> {
  const { rows } = await ctx.db.execute<{ id: number; slug: string; name: string }>(sql`
    select id, slug, name from accounts a
    where id = any(${`{${accountIds.join(",")}}`}::int[]) and ${visibleAccounts(ctx, sql`a.id`)}`);
  return new Map(rows.map(({ id, ...account }) => [id, account]));
}
