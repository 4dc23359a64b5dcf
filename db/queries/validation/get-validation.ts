import "server-only";
import { sql } from "drizzle-orm";
import { type CohortRules, cohortOf, type Decision } from "@/lib/core/validation/cohort";
import { type ValidationReport, validationReport } from "@/lib/core/validation/validation-report";
import type { Ctx } from "@/lib/server/context";
import type { RunModel } from "@/lib/server/run/load-run-model";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { findScoringModel } from "./find-scoring-model";
import { openPast } from "./open-past";

interface Asked extends CohortRules {
  /** The last ones are reports of their own: what they share is read once. */
  horizons: readonly number[];
  /** A version of the model on the whole past. */
  version: number;
}

/** How a version of the model stands against what customers decided, so many days before; one report for each. */
export async function getValidations(ctx: Ctx, { horizons, version, ...rules }: Asked): Promise<ValidationReport[]> {
  const asked = horizons.map((horizon) => ({ horizon, version }));
  const [answers, model] = await Promise.all([openPast(ctx)(asked), findScoringModel(ctx, version)]);
  const reports: ValidationReport[] = [];
  for (const [i, decisions] of answers.entries())
    reports.push(await reportOf(ctx, decisions, rules, { horizon: horizons[i] as number, model }));
  return reports;
}

/** The whole report on decisions with what was said before them, by a version of the model or as it was known. */
export async function reportOf(
  ctx: Ctx,
  decisions: readonly Decision[],
  rules: CohortRules,
  { horizon, model }: { horizon: number; model: RunModel | null },
): Promise<ValidationReport> {
  const by = model ? ("version" as const) : ("known" as const);
  const definitions = model?.compiled ?? [];
  return validationReport(cohortOf(decisions, rules), { horizon, by, definitions, book: await bookNow(ctx) });
}

async function bookNow(ctx: Ctx): Promise<{ green: number; withBand: number }> {
  const { rows } = await ctx.db.execute<{ green: number; withBand: number }>(sql`
    select count(*) filter (where t.tone = 3)::int as green, count(*) filter (where t.tone > 0)::int as "withBand"
    from triage t where ${visibleAccounts(ctx, sql`t.account_id`)}`);
  return rows[0] as { green: number; withBand: number };
}
