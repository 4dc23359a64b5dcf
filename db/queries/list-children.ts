import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type ChildAccount = {
  accountId: number;
  slug: string;
  name: string;
  health: number | null;
  /** 0 insufficient data or not in the book, 1 red, 2 yellow, 3 green. */
  tone: number;
  band: string | null;
  arrCents: number | null;
};

/** The accounts directly below an account that the actor may see, the worst first, those without a band last. */
export async function listChildren(ctx: Ctx, accountId: number): Promise<ChildAccount[]> {
  const { rows } = await ctx.db.execute<ChildAccount>(sql`
    select a.id as "accountId", a.slug, a.name, case when t.tone > 0 then t.health end as health, coalesce(t.tone, 0) as tone,
      t.band, t.arr_cents as "arrCents"
    from accounts a left join triage t on t.account_id = a.id
    where a.parent_id = ${accountId} and ${visibleAccounts(ctx, sql`a.id`)} and ${visibleAccounts(ctx, sql`${accountId}::int`)}
    order by 4 nulls last, a.name`);
  return rows;
}
