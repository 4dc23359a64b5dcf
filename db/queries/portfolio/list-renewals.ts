import "server-only";
import { sql } from "drizzle-orm";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Amount } from "@/db/queries/get-standing";
import { triageWhere } from "@/db/queries/triage-filter";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { findCountedSlice } from "./find-counted-slice";
import { rememberNow } from "./remember-scope";

/** Accounts of a tone that decide in a month, named by its first day. */
export type RenewalSum = Amount & { month: Day; tone: number };

/** What decides in each month from one to another, by tone. */
export async function listRenewals(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  from: Day,
  to: Day,
): Promise<RenewalSum[]> {
  const counted = await findCountedSlice(ctx, scope);
  if (!counted) return rememberNow(ctx, scope, `renewals ${from} ${to}`, () => ofAccounts(ctx, scope, from, to));
  const { rows } = await ctx.db.execute<RenewalSum>(sql`
    select month, tone::int as tone, accounts, arr_cents as "arrCents", without_rate as "withoutRate" from portfolio_renewals
    where dimension = ${counted.dimension} and value = ${counted.value} and month between ${from}::date and ${to}::date
    order by month, tone desc`);
  return rows;
}

async function ofAccounts(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  from: Day,
  to: Day,
): Promise<RenewalSum[]> {
  const { rows } = await ctx.db.execute<RenewalSum>(sql`
    select date_trunc('month', t.decide_by)::date as month, t.tone::int as tone, count(*)::int as accounts,
      coalesce(sum(t.arr_cents), 0)::bigint as "arrCents", (count(*) - count(t.arr_cents))::int as "withoutRate"
    from triage t where ${triageWhere(ctx, scope)}
      and t.decide_by >= ${from}::date and t.decide_by < ${to}::date + interval '1 month'
    group by 1, 2 order by 1, 2 desc`);
  return rows;
}
