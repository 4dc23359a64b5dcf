import "server-only";
import { sql } from "drizzle-orm";
import { accountsOn } from "@/db/queries/accounts-on";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { rememberDays } from "./remember-scope";

/** The average health of a scope on a day over the accounts that have one; null where none has. */
export type HealthAverage = { day: Day; average: number | null; scored: number };

/** The average health of a scope on each of these days. */
export async function listHealthAverages(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  days: readonly Day[],
): Promise<HealthAverage[]> {
  return rememberDays(ctx, scope, ["averages", ...days], (part) => averagesOn(ctx, scope, part));
}

async function averagesOn(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  days: readonly Day[],
): Promise<HealthAverage[]> {
  // Each day by name, so that only its month's partition is read.
  const { rows } = await ctx.db.execute<HealthAverage>(
    sql.join(
      days.map(
        (day) => sql`
          select ${day}::date as day, avg(t.health::float8) as average, count(*)::int as scored
          from (${accountsOn(ctx, scope, day)}) t where t.tone > 0`,
      ),
      sql` union all `,
    ),
  );
  return rows;
}
