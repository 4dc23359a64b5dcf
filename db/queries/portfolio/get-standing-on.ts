import "server-only";
import { sql } from "drizzle-orm";
import { accountsOn, findScoredDay } from "@/db/queries/accounts-on";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Amount } from "@/db/queries/get-standing";
import type { Day } from "@/lib/core/calendar";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import type { Ctx } from "@/lib/server/context";
import { rememberScope } from "./remember-scope";

/** atRisk is null before go-live: nobody settled disagreements then. */
export type StandingOn = { day: Day; atRisk: Amount | null; renewingNotGreen: Amount };
type Row = {
  isRisky: boolean;
  isNear: boolean;
  isLive: boolean;
} & Amount;

/** What was at risk and what renewed soon without being green on the last scored day by a day; null where none is near. */
export async function getStandingOn(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  day: Day,
): Promise<StandingOn | null> {
  const scored = await findScoredDay(ctx, day);
  if (!scored) return null;
  return rememberScope(ctx, scope, ["standing", scored], () => standingOn(ctx, scope, scored));
}

async function standingOn(ctx: Ctx, scope: Pick<PortfolioScope, "book" | "segment">, day: Day): Promise<StandingOn> {
  const { rows } = await ctx.db.execute<Row>(sql`
    select t.tone = 1 or v.account_id is not null as "isRisky",
      coalesce(t.tone <> 3 and d.decide_by between ${day}::date and ${day}::date + ${NEAR_DAYS}::int, false) as "isNear",
      ${day}::date >= coalesce((select go_live_on from settings), ${day}::date) as "isLive",
      count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents",
      (count(*) - count(t.arr_cents))::int as "withoutRate"
    from (${accountsOn(ctx, scope, day)}) t
    left join account_day d on d.account_id = t.account_id and d.day = ${day}::date
    left join (select distinct account_id from divergences where sign = 'hidden_risk' and opened_on <= ${day}
      and coalesce(settled_on, closed_on, 'infinity') > ${day}) v on v.account_id = t.account_id
    group by 1, 2, 3`);
  const sum = (some: readonly Row[]): Amount => ({
    accounts: some.reduce((total, { accounts }) => total + accounts, 0),
    arrCents: some.reduce((total, { arrCents }) => total + arrCents, 0),
    withoutRate: some.reduce((total, { withoutRate }) => total + withoutRate, 0),
  });
  return {
    day,
    atRisk: rows[0]?.isLive === false ? null : sum(rows.filter(({ isRisky }) => isRisky)),
    renewingNotGreen: sum(rows.filter(({ isNear }) => isNear)),
  };
}
