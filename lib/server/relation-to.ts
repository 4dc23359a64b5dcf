import "server-only";
import { sql } from "drizzle-orm";
import { accounts } from "@/db/schema";
import type { Relation } from "@/lib/core/access";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { workedBooks } from "@/lib/server/worked-books";

/** How the person stands to an account today, whoever they stand in for included; null where it does not exist or may not be seen. */
export async function relationTo(ctx: Ctx, accountId: number): Promise<Relation | null> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<{ own: boolean; team: boolean }>(sql`
    select coalesce(owner.csm_id = ${workedBooks(ctx)}, false) or coalesce(owner.am_id = ${workedBooks(ctx)}, false) as own,
           coalesce(${personId} in (csm.manager_id, am.manager_id), false) as team
    from ${accounts}
    left join lateral (
      select csm_id, am_id from account_owners
      where account_id = ${accounts.id} and valid_from <= ${ctx.today}
      order by valid_from desc limit 1
    ) owner on true
    left join people csm on csm.id = owner.csm_id
    left join people am on am.id = owner.am_id
    where ${accounts.id} = ${accountId} and ${visibleAccounts(ctx, accounts.id)}`);
  return rows[0] ?? null;
}
