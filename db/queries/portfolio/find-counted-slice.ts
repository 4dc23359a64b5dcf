import "server-only";
import { sql } from "drizzle-orm";
import { getPortfolioScope, type PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Ctx } from "@/lib/server/context";

/** The slice of the current run's aggregates that is a scope; null where its accounts must be asked. Aggregates speak for the day
 * of their run, and an installation's first run may be older than they are. */
export async function findCountedSlice(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
): Promise<PortfolioScope["counted"]> {
  const { counted } = await getPortfolioScope(ctx, scope);
  if (!counted) return null;
  const { rows } = await ctx.db.execute<{ isThere: boolean }>(sql`
    select exists (select from portfolio_measures)
      and exists (select from runs where is_current and as_of = ${ctx.today}) as "isThere"`);
  return rows[0]?.isThere ? counted : null;
}
