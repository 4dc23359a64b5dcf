import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** Something on the account's time line beside its health. */
export type Marker = {
  day: Day;
  kind: "model" | "renewal" | "plan_opened" | "plan_closed" | "champion_left" | "outcome";
  words: string;
};

/** What happened to an account since a day: new model versions, contract ends, plans, champions who left, outcomes. */
export async function listMarkers(ctx: Ctx, accountId: number, since: Day): Promise<Marker[]> {
  const { rows } = await ctx.db.execute<Marker>(sql`
    select day, kind, words from (
      select effective_from as day, 'model' as kind, 'Model version ' || version || ': ' || name as words, null::int as account_id from model_versions
      union all select ends_on, 'renewal', 'Contract ends', account_id from contracts where ends_on is not null
      union all select opened_on, 'plan_opened', initcap(kind) || ' plan opened', account_id from plans
      union all select closed_on, 'plan_closed', initcap(kind) || ' plan ' || status, account_id from plans where closed_on is not null
      union all select active_to, 'champion_left', name || ' left (' || role || ')', account_id from contacts
        where role in ('champion', 'sponsor') and active_to is not null
      union all select decided_on, 'outcome', initcap(kind) || coalesce(': ' || cause, ''), account_id from outcomes
    ) marker
    where (account_id is null or account_id = ${accountId}) and day between ${since} and ${ctx.today}
      and ${visibleAccounts(ctx, sql`${accountId}::int`)}
    order by day, kind`);
  return rows;
}
