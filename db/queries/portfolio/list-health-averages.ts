import "server-only";
import { sql } from "drizzle-orm";
import { accountsOn } from "@/db/queries/accounts-on";
import { getPortfolioScope, type PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { remember } from "@/lib/server/remember";

/** The average health of a scope on a day over the accounts that have one; null where none has. */
export type HealthAverage = { day: Day; average: number | null; scored: number };

/** The average health of a scope on each of these days. */
export async function listHealthAverages(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  days: readonly Day[],
): Promise<HealthAverage[]> {
  const { counted } = await getPortfolioScope(ctx, scope);
  return Promise.all(
    days.map((day) => {
      const read = () => averageOn(ctx, scope, day);
      return counted ? remember(ctx, `average ${counted.dimension} ${counted.value} ${day}`, [day], read) : read();
    }),
  );
}

async function averageOn(ctx: Ctx, scope: Pick<PortfolioScope, "book" | "segment">, day: Day): Promise<HealthAverage> {
  const { rows } = await ctx.db.execute<HealthAverage>(sql`
    select ${day}::date as day, avg(t.health::float8) as average, count(*)::int as scored
    from (${accountsOn(ctx, scope, day)}) t where t.tone > 0`);
  return rows[0] as HealthAverage;
}
