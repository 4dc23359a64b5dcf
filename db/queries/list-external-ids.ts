import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** The keys by which files name accounts, by our ids; of the accounts that the actor may see. */
export async function listExternalIds(ctx: Ctx, accountIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await ctx.db.execute<{ accountId: number; externalId: string }>(sql`
    select a.id as "accountId", a.external_id as "externalId" from accounts a
    where a.id = any(${`{${accountIds.join(",")}}`}::int[]) and ${visibleAccounts(ctx, sql`a.id`)}`);
  return new Map(rows.map(({ accountId, externalId }) => [accountId, externalId]));
}
