import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { accountsOn } from "./accounts-on";
import type { PortfolioScope } from "./get-portfolio-scope";
import { rememberDays } from "./portfolio/remember-scope";

/** Accounts of a tone (0 no score, 1 red, 2 yellow, 3 green); those whose ARR has no exchange rate are not in the sum. */
export type ToneCount = { tone: number; accounts: number; arrCents: number; withoutRate: number };
export type BandsOnDay = { asked: Day; day: Day | null; tones: ToneCount[] };

/** How the accounts of a scope stood on each of these days, or on the last scored day within a week before. */
export async function listBandsOverTime(ctx: Ctx, scope: PortfolioScope, days: readonly Day[]): Promise<BandsOnDay[]> {
  const found = await scoredDays(ctx, days);
  // Each day by name, so that only its month's partition is read.
  const counts = [...new Set(found.map(({ day }) => day))].filter((day) => day !== null);
  const read = async (some: readonly Day[]) =>
    (
      await ctx.db.execute<ToneCount & { day: Day }>(sql`
        ${sql.join(
          some.map((day) => sql`select ${day}::date as day, counted.* from (${tonesOn(ctx, scope, day)}) counted`),
          sql` union all `,
        )} order by day, tone desc`)
    ).rows;
  const rows =
    scope.counted && counts.length > 0
      ? await read(counts)
      : await rememberDays(ctx, scope, ["bands", ...counts], read);
  return found.map(({ asked, day }) => ({
    asked,
    day,
    tones: rows.filter((row) => row.day === day).map(({ day: _, ...tone }) => tone),
  }));
}

async function scoredDays(ctx: Ctx, days: readonly Day[]): Promise<{ asked: Day; day: Day | null }[]> {
  const { rows } = await ctx.db.execute<{ asked: Day; day: Day | null }>(sql`
    select asked.day as asked, max(p.day) as day
    from unnest(${`{${days.join(",")}}`}::date[]) as asked(day)
    left join portfolio_day p on p.dimension = 'all' and p.day between asked.day - 6 and asked.day
    group by asked.day order by asked.day`);
  return rows;
}

function tonesOn(ctx: Ctx, scope: PortfolioScope, day: Day): SQL {
  if (scope.counted) {
    return sql`
      select tone::int, sum(accounts)::int as accounts, sum(arr_cents)::bigint as "arrCents", sum(without_rate)::int as "withoutRate"
      from portfolio_day
      where day = ${day} and dimension = ${scope.counted.dimension} and value = ${scope.counted.value} group by tone`;
  }
  return sql`
    select tone, count(*)::int as accounts, coalesce(sum(arr_cents), 0)::bigint as "arrCents",
      (count(*) - count(arr_cents))::int as "withoutRate"
    from (${accountsOn(ctx, scope, day)}) a group by tone`;
}
