import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import type { PortfolioScope } from "./get-portfolio-scope";

export type BandCount = { tone: number; band: string; accounts: number; arrCents: number; withoutRate: number };
export type BandsOnDay = { asked: Day; day: Day | null; bands: BandCount[] };

/** How the accounts of a scope stood in each band on each of these days, or on the last scored day within a week before. */
export async function listBandsOverTime(ctx: Ctx, scope: PortfolioScope, days: readonly Day[]): Promise<BandsOnDay[]> {
  const { rows } = await ctx.db.execute<BandsOnDay>(sql`
    select asked.day as asked, found.day, coalesce(counted.bands, '[]') as bands
    from unnest(${`{${days.join(",")}}`}::date[]) as asked(day)
    left join lateral (
      select max(day) as day from portfolio_day where dimension = 'all' and day between asked.day - 6 and asked.day
    ) found on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('tone', tone, 'band', band, 'accounts', accounts, 'arrCents', arr_cents,
        'withoutRate', without_rate) order by tone desc, band) as bands
      from (
        select tone, band, sum(accounts)::int as accounts, sum(arr_cents)::bigint as arr_cents, sum(without_rate)::int as without_rate
        from portfolio_day
        where day = found.day and dimension = ${scope.dimension} and value = any(${scope.values}::text[])
        group by tone, band
      ) band
    ) counted on true
    order by asked.day`);
  return rows;
}
