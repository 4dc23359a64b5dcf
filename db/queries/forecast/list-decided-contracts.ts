import "server-only";
import { sql } from "drizzle-orm";
import { outcomeRate } from "@/db/queries/outcome-rate";
import type { Day } from "@/lib/core/calendar";
import type { DecidedContract } from "@/lib/core/forecast/retention";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type ContractDecision = DecidedContract & {
  accountId: number;
  slug: string;
  name: string;
  kind: "renewed" | "expanded" | "downsold" | "churned";
  decidedOn: Day;
};

/** Contracts decided between two days, oldest first, once each, in the workspace currency by the rate of the day of the decision;
 * a churned one without an amount ends with nothing. Amounts without a rate are null. */
export async function listDecidedContracts(
  ctx: Ctx,
  { from, to }: { from: Day; to: Day },
): Promise<ContractDecision[]> {
  const { rows } = await ctx.db.execute<ContractDecision>(sql`
    with decided as (
      select distinct on (account_id, decided_on) * from outcomes o
      where decided_on between ${from}::date and ${to}::date and decided_on <= ${ctx.today}::date
        and ${visibleAccounts(ctx, sql`o.account_id`)}
      order by account_id, decided_on, recorded_at desc, external_id)
    select o.account_id as "accountId", a.slug, a.name, o.kind, o.decided_on as "decidedOn",
      round(o.arr_before_cents * rate.rate)::bigint as "beforeCents",
      round(case when o.kind = 'churned' then coalesce(o.arr_after_cents, 0) else o.arr_after_cents end * rate.rate)::bigint
        as "afterCents"
    from decided o join accounts a on a.id = o.account_id
    ${outcomeRate()}
    order by o.decided_on, o.account_id`);
  return rows;
}
