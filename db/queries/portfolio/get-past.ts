import "server-only";
import { getPortfolioScope, type PortfolioScope } from "@/db/queries/get-portfolio-scope";
import { listBandsOverTime } from "@/db/queries/list-bands-over-time";
import { listMigration } from "@/db/queries/list-migration";
import { addDays } from "@/lib/core/calendar";
import { monthsUntil, type Period } from "@/lib/core/portfolio/period";
import { NEAR_DAYS } from "@/lib/core/portfolio/slice-sums";
import type { Ctx } from "@/lib/server/context";
import { getStandingOn } from "./get-standing-on";
import { listHealthAverages } from "./list-health-averages";

/** What the portfolio of a scope says of days before today: how it stood at the start and each month, who moved, which reds
 * recovered. Read from accounts once, then remembered. */
export async function getPast(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  { from, to }: Period,
  until = ctx.today,
) {
  const counted = await getPortfolioScope(ctx, scope);
  // In turns, so that one reader does not take every connection there is.
  const [before, months, migration] = await Promise.all([
    getStandingOn(ctx, scope, from),
    listBandsOverTime(ctx, counted, monthsUntil(until)),
    listMigration(ctx, scope, from, to),
  ]);
  const scored = [...new Set(months.flatMap(({ day }) => day ?? []))];
  const [averages, recovery, recoveryBefore] = await Promise.all([
    listHealthAverages(ctx, scope, scored),
    listMigration(ctx, scope, addDays(to, -NEAR_DAYS), to),
    listMigration(ctx, scope, addDays(from, -NEAR_DAYS), from),
  ]);
  return { before, months, migration, averages, recovery, recoveryBefore };
}
