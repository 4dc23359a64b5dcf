import "server-only";
import { sql } from "drizzle-orm";
import type { Definition } from "@/lib/core/health/model";
import { cohortOf, type Decision, EVERY_DECISION } from "@/lib/core/validation/cohort";
import { HORIZONS } from "@/lib/core/validation/horizons";
import { type Judged, judgedCohort } from "@/lib/core/validation/judged";
import { LAST_LOSSES, type LossPattern, lossPattern } from "@/lib/core/validation/loss-pattern";
import { type MissingDecision, missingDecisions, tellsWithout } from "@/lib/core/validation/missing-decisions";
import { type MeasurePoints, pointsBefore } from "@/lib/core/validation/points-before";
import { type SuggestedWeights, suggestWeights } from "@/lib/core/validation/suggest-weights";
import type { Ctx } from "@/lib/server/context";
import { findScoringModel } from "./find-scoring-model";
import { openPast } from "./open-past";

/** A churned account's health week by week before the decision, as it was known; null where there is none. */
export type LossStory = {
  slug: string;
  name: string;
  decidedOn: string;
  cutOn: string | null;
  weeks: (number | null)[];
  tone: number;
};

export type LossEvidence = {
  version: number;
  definition: Definition;
  stories: LossStory[];
  pattern: LossPattern;
  /** Days before of which too little is computed for the pattern to tell. */
  waiting: number[];
  /** Decisions that the pattern tells without, since they are still being computed. */
  missing: MissingDecision[];
  weights: SuggestedWeights;
};

/** What the last churned had in common before they left, by the version asked for, and the weights that past outcomes speak for. */
export async function getLossEvidence(ctx: Ctx, version: number, past = openPast(ctx)): Promise<LossEvidence | null> {
  const model = await findScoringModel(ctx, version);
  const definition = model?.definitions[0];
  if (!model || !definition) return null;
  const [before = [], ...answers] = await past([
    { horizon: 90, version: null },
    ...HORIZONS.map((horizon) => ({ horizon, version })),
  ]);
  const all = HORIZONS.map((horizon, i) => {
    const { decisions } = cohortOf(answers[i] ?? [], EVERY_DECISION);
    const { cases, waiting } = judgedCohort(decisions, "version");
    const isTold = cases.length > 0 && tellsWithout(waiting.length, cases.length);
    return { horizon, cases, waiting, isTold, measures: pointsBefore(cases, model.compiled) };
  });
  const told = all.filter(({ isTold }) => isTold).sort((a, b) => b.horizon - a.horizon);
  const ninety = all.find(({ horizon }) => horizon === 90) as (typeof all)[number];
  return {
    ...{ version, definition, pattern: lossPattern(told), missing: missingDecisions(told) },
    stories: await listStories(ctx, before),
    waiting: all.filter(({ isTold, waiting }) => !isTold && waiting.length > 0).map(({ horizon }) => horizon),
    weights: suggestWeights(definition.measures, weightCases(ninety, definition, model.names.indexOf("onboarding"))),
  };
}

/** Decisions by the points of the default definition's measures; accounts that were onboarding are scored by other measures. */
function weightCases(
  { cases, measures }: { cases: readonly Judged[]; measures: readonly MeasurePoints[] },
  definition: Definition,
  onboarding: number,
) {
  const columns = definition.measures.map(({ key }) => measures.find((other) => other.key === key)?.points);
  return cases.flatMap(({ decidedOn, bad, decision }, i) => {
    if (decision.version?.definition === onboarding) return [];
    const points = columns.map((column) => (Number.isFinite(column?.[i]) ? (column?.[i] as number) : null));
    return [{ decidedOn, bad, points }];
  });
}

async function listStories(ctx: Ctx, decisions: readonly Decision[]): Promise<LossStory[]> {
  const lost = decisions.filter(({ kind }) => kind === "churned").slice(-LAST_LOSSES);
  const { rows } = await ctx.db.execute<{
    accountId: number;
    decidedOn: string;
    weeks: (number | null)[];
    tone: number;
  }>(sql`
    select l.id as "accountId", l.day as "decidedOn", array_agg(h.health order by w.week desc) as weeks,
      (array_agg(h.tone order by w.week))[1] as tone
    from unnest(${`{${lost.map(({ accountId }) => accountId).join(",")}}`}::int[], ${`{${lost.map(({ decidedOn }) => decidedOn).join(",")}}`}::date[]) l (id, day)
    cross join generate_series(0, 25) w (week)
    left join lateral (select d.health, coalesce(d.health_tone, 0)::int as tone from health_day d where d.account_id = l.id
      and d.day <= l.day - w.week * 7 and d.day > l.day - w.week * 7 - 7 and d.health_tone is not null
      order by d.day desc limit 1) h on true
    group by l.id, l.day`);
  return lost.toReversed().map(({ accountId, slug, name, decidedOn, known }) => {
    const found = rows.find((row) => row.accountId === accountId && row.decidedOn === decidedOn);
    return { slug, name, decidedOn, cutOn: known?.day ?? null, weeks: found?.weeks ?? [], tone: found?.tone ?? 0 };
  });
}
