import "server-only";
import { type CohortRules, cohortOf } from "@/lib/core/validation/cohort";
import { type HealthReport, healthReport } from "@/lib/core/validation/health-report";
import type { ValidationReport } from "@/lib/core/validation/validation-report";
import { verdictSentence } from "@/lib/core/validation/verdict-sentence";
import type { Ctx } from "@/lib/server/context";
import type { RunModel } from "@/lib/server/run/load-run-model";
import { findScoringModel } from "./find-scoring-model";
import { reportOf } from "./get-validation";
import { comparedVersions, listScoringVersions, type ScoringVersion } from "./list-scoring-versions";
import { openPast } from "./open-past";

interface Asked extends CohortRules {
  horizon: number;
  /** The present one where left out. */
  version?: number | null | undefined;
  /** Another to hold beside it; the one before where left out. */
  beside?: number | null | undefined;
  /** Days counted back from when it took effect are about what was known then. */
  before?: "decided" | "effective";
}

export type ValidationSummary = {
  versions: ScoringVersion[];
  present: ScoringVersion | null;
  /** Which of them the background job computes by itself. */
  computed: number[];
  asked: ScoringVersion | null;
  report: ValidationReport;
  other: { version: ScoringVersion; report: HealthReport } | null;
  /** What people saw then, by whichever version counted; and so many days before it took effect instead of before the decision. */
  known: HealthReport;
  effective: HealthReport;
  sentence: string;
  /** Where red ends in the version asked for. */
  redEdge: number | null;
};

/** The verdict on a version of the model, beside another one on the same past and beside what people saw then. Without a model it
 * is about what was known alone. */
export async function getValidationSummary(
  ctx: Ctx,
  { horizon, version, beside, before = "decided", ...rules }: Asked,
  past = openPast(ctx),
): Promise<ValidationSummary> {
  const versions = await listScoringVersions(ctx);
  const present = versions.find(({ effectiveFrom }) => effectiveFrom <= ctx.today) ?? null;
  const standsFor = (asked: number) => versions.find(({ alike }) => alike.includes(asked));
  const chosen = (version ? standsFor(version) : null) ?? present;
  const earlier = versions.find(({ scoringVersion }) => scoringVersion === chosen?.follows);
  const wanted = beside ? standsFor(beside) : null;
  const held = (wanted === chosen ? null : wanted) ?? earlier ?? null;
  const [then, model] = await Promise.all([
    past([
      { horizon, version: null },
      { horizon, version: null, before: "effective" },
      ...(chosen ? [{ horizon, version: chosen.version }] : []),
      ...(held ? [{ horizon, version: held.version, scoresOnly: true }] : []),
    ]),
    chosen ? findScoringModel(ctx, chosen.version) : null,
  ]);
  const [asKnown = [], asEffective = [], byChosen = asKnown, byHeld = []] = then;
  const report =
    before === "effective"
      ? await reportOf(ctx, asEffective, rules, { horizon, model: null })
      : await reportOf(ctx, byChosen, rules, { horizon, model });
  const other = held && { version: held, report: healthReport(cohortOf(byHeld, rules), "version") };
  const besides = other && { version: other.version.version, right: other.report.health.right };
  return {
    ...{ versions, present, computed: comparedVersions(versions, ctx.today), asked: chosen, report, other },
    known: healthReport(cohortOf(asKnown, rules), "known"),
    effective: healthReport(cohortOf(asEffective, rules), "known"),
    sentence: verdictSentence(report, before === "decided" ? besides : null),
    redEdge: redEdgeOf(model),
  };
}

function redEdgeOf(model: RunModel | null): number | null {
  const bands = model?.definitions[0]?.bands ?? [];
  return bands.findLast(({ tone }) => tone !== "red")?.from ?? null;
}
