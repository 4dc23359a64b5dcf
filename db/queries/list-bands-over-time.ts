import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { accountsOn } from "./accounts-on";
import type { PortfolioScope } from "./get-portfolio-scope";

/** Accounts of a tone (0 no score, 1 red, 2 yellow, 3 green); those whose ARR has no exchange rate are not in the sum. */
export type ToneCount = { tone: number; accounts: number; arrCents: number; withoutRate: number };
export type BandsOnDay = { asked: Day; day: Day | null; tones: ToneCount[] };

/** How the accounts of a scope stood on each of these days, or on the last scored day within a week before. */
export async function listBandsOverTime(ctx: Ctx, scope: PortfolioScope, days: readonly Day[]): Promise<BandsOnDay[]> {
  const { rows } = await ctx.db.execute<BandsOnDay>(sql`
    select asked.day as asked, found.day, coalesce(counted.tones, '[]') as tones
    from unnest(${`{${days.join(",")}}`}::date[]) as asked(day)
    left join lateral (
      select max(day) as day from portfolio_day where dimension = 'all' and day between asked.day - 6 and asked.day
    ) found on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('tone', tone, 'accounts', accounts, 'arrCents', arr_cents,
        'withoutRate', without_rate) order by tone desc) as tones
      from (${tonesOn(ctx, scope, sql`found.day`)}) tones
    ) counted on true
    order by asked.day`);
  return rows;
}

function tonesOn(ctx: Ctx, scope: PortfolioScope, day: SQL): SQL {
  if (scope.counted) {
    return sql`
      select tone, sum(accounts)::int as accounts, sum(arr_cents)::bigint as arr_cents, sum(without_rate)::int as without_rate
      from portfolio_day
      where day = ${day} and dimension = ${scope.counted.dimension} and value = ${scope.counted.value} group by tone`;
  }
  return sql`
    select tone, count(*)::int as accounts, coalesce(sum(arr_cents), 0)::bigint as arr_cents,
      (count(*) - count(arr_cents))::int as without_rate
    from (${accountsOn(ctx, scope, day)}) a group by tone`;
}
