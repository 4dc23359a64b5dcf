import "server-only";
import { sql } from "drizzle-orm";
import { type CohortRules, cohortOf } from "@/lib/core/validation/cohort";
import { type ValidationReport, validationReport } from "@/lib/core/validation/validation-report";
import type { Ctx } from "@/lib/server/context";
import type { RunModel } from "@/lib/server/run/load-run-model";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { findScoringModel } from "./find-scoring-model";
import { listDecisionsBefore } from "./list-decisions-before";

interface Asked extends CohortRules {
  horizon: number;
  /** A version of the model on the whole past; null: what was known then, by whichever version counted. */
  version: number | null;
  before?: "decided" | "effective";
}

export type Validation = { report: ValidationReport; model: RunModel | null };

/** How a version of the model, or what people saw then, stands against what customers decided. */
export async function getValidation(ctx: Ctx, { horizon, version, before, ...rules }: Asked): Promise<Validation> {
  const [decisions, model, book] = await Promise.all([
    listDecisionsBefore(ctx, { horizon, version, ...(before ? { before } : {}) }),
    version === null ? null : findScoringModel(ctx, version),
    bookNow(ctx),
  ]);
  const definitions = model?.compiled ?? [];
  const by = version === null ? ("known" as const) : ("version" as const);
  return { report: validationReport(cohortOf(decisions, rules), { horizon, by, definitions, book }), model };
}

async function bookNow(ctx: Ctx): Promise<{ green: number; withBand: number }> {
  const { rows } = await ctx.db.execute<{ green: number; withBand: number }>(sql`
    select count(*) filter (where t.tone = 3)::int as green, count(*) filter (where t.tone > 0)::int as "withBand"
    from triage t where ${visibleAccounts(ctx, sql`t.account_id`)}`);
  return rows[0] as { green: number; withBand: number };
}
