import "server-only";
import { sql } from "drizzle-orm";
import { seesWholeBook } from "@/db/queries/get-portfolio-scope";
import { getSettings } from "@/db/queries/get-settings";
import { listDecisionsBefore } from "@/db/queries/validation/list-decisions-before";
import { type Basis, basisOf } from "@/lib/core/forecast/basis";
import type { Decision } from "@/lib/core/validation/cohort";
import { knownCases } from "@/lib/core/validation/judged";
import type { Ctx } from "@/lib/server/context";
import { remember } from "@/lib/server/remember";

/** Days before a decision at which health is compared with it. */
const HORIZON_DAYS = 90;

/** Where the chances of renewals come from, for one account as for a forecast. The decisions are read once until one of them or
 * the history before them changes; where the asker may not see every account, each time. */
export async function getRenewalBasis(ctx: Ctx): Promise<Basis> {
  const find = async () => basisOf(knownCases(await decisionsBehind(ctx)), (await getSettings(ctx)).forecastRates);
  if (!(await seesWholeBook(ctx))) return find();
  const { rows } = await ctx.db.execute<{ state: string }>(sql`
    select concat((select concat(count(*), '.', max(xmin::text::bigint)) from outcomes), ' ',
      (select max(xmin::text::bigint) from portfolio_day where dimension = 'all' and day <= ${ctx.today}::date - ${HORIZON_DAYS}::int),
      ' ', (select forecast_rates from settings)) as state`);
  return remember(ctx, `renewal basis ${ctx.today} ${rows[0]?.state}`, [], find);
}

/** Every decision so far with what was known of the account before it. */
export function decisionsBehind(ctx: Ctx): Promise<Decision[]> {
  return listDecisionsBefore(ctx, { horizon: HORIZON_DAYS, version: null });
}
