import "server-only";
import { sql } from "drizzle-orm";
import { findCurrentModel } from "@/db/queries/find-current-model";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import { triageWhere } from "@/db/queries/triage-filter";
import { type Measured, type MeasureSum, sumMeasures } from "@/lib/core/portfolio/measure-sums";
import type { Ctx } from "@/lib/server/context";
import { runModelOf } from "@/lib/server/run/load-run-model";
import { findCountedSlice } from "./find-counted-slice";
import { rememberNow } from "./remember-scope";

/** What the measures gave the accounts of a scope, whole and by segment or CSM. */
export async function listMeasureSums(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  by: "segment" | "csm",
): Promise<MeasureSum[]> {
  const counted = await findCountedSlice(ctx, scope);
  // The aggregates know each slice, not the CSMs of a segment.
  if (!counted || (counted.dimension === "segment" && by === "csm"))
    return rememberNow(ctx, scope, `measures ${by}`, () => ofAccounts(ctx, scope, by));
  const { dimension, value } = counted;
  const { rows } = await ctx.db.execute<MeasureSum>(sql`
    select dimension, value, measure, accounts, points from portfolio_measures
    where (dimension = ${dimension} and value = ${value}) or (dimension = ${by} and ${dimension} = 'all')
    order by dimension, value, measure`);
  return dimension === "all"
    ? rows
    : [...rows, ...rows.map((row) => ({ ...row, dimension: "all" as const, value: "" }))];
}

async function ofAccounts(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
  by: "segment" | "csm",
): Promise<MeasureSum[]> {
  const [model, { rows }] = await Promise.all([
    findCurrentModel(ctx),
    ctx.db.execute<Measured>(sql`
      select t.segment, t.csm_id as "csmId", t.am_id as "amId", s.definition::int as definition, s.readings
      from triage t join run_scores s on s.run_id = t.run_id and s.account_id = t.account_id
      where ${triageWhere(ctx, scope)}`),
  ]);
  if (!model) return [];
  const sums = sumMeasures(runModelOf(1, model).compiled, rows);
  return sums.filter(({ dimension }) => dimension === "all" || dimension === by);
}
