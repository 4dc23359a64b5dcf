import "server-only";
import { sql } from "drizzle-orm";
import type { ShownHealth } from "@/lib/core/scorecard/grid-row";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** The health that people see of some accounts now, by account. */
export async function listShownHealth(ctx: Ctx, accountIds: readonly number[]): Promise<Map<number, ShownHealth>> {
  const { rows } = await ctx.db.execute<ShownHealth>(sql`
    select t.account_id as "accountId", t.health, t.tone, t.divergence is not null as diverges
    from triage t
    where t.account_id in (select jsonb_array_elements_text(${JSON.stringify(accountIds)}::jsonb)::int)
      and ${visibleAccounts(ctx, sql`t.account_id`)}`);
  return new Map(rows.map((row) => [row.accountId, row]));
}
