import "server-only";
import type { CohortRules } from "@/lib/core/validation/cohort";
import type { ValidationReport } from "@/lib/core/validation/validation-report";
import { verdictSentence } from "@/lib/core/validation/verdict-sentence";
import type { Ctx } from "@/lib/server/context";
import { getValidation, type Validation } from "./get-validation";
import { listScoringVersions, type ScoringVersion } from "./list-scoring-versions";

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
  asked: ScoringVersion | null;
  report: ValidationReport;
  other: { version: ScoringVersion; report: ValidationReport } | null;
  /** What people saw then, by whichever version counted; and so many days before it took effect instead of before the decision. */
  known: ValidationReport;
  effective: ValidationReport;
  sentence: string;
  /** Where red ends in the version asked for. */
  redEdge: number | null;
};

/** The verdict on a version of the model, beside another one on the same past and beside what people saw then. Without a model it
 * is about what was known alone. */
export async function getValidationSummary(
  ctx: Ctx,
  { version, beside, before = "decided", ...asked }: Asked,
): Promise<ValidationSummary> {
  const versions = await listScoringVersions(ctx);
  const present = versions.find(({ effectiveFrom }) => effectiveFrom <= ctx.today) ?? null;
  const chosen = versions.find((other) => other.version === version) ?? present;
  const earlier = versions.find(({ scoringVersion }) => chosen && scoringVersion < chosen.scoringVersion);
  const held = versions.find((other) => other.version === beside && other !== chosen) ?? earlier ?? null;
  const of = (number: number | null) => getValidation(ctx, { ...asked, version: number });
  const [byVersion, other, known, effective] = await Promise.all([
    of(chosen?.version ?? null),
    held && of(held.version),
    of(null),
    getValidation(ctx, { ...asked, version: null, before: "effective" }),
  ]);
  const main = before === "effective" ? effective : byVersion;
  const besides = held && other && { version: held.version, right: other.report.health.right };
  return {
    ...{ versions, present, asked: chosen, report: main.report, known: known.report, effective: effective.report },
    other: held && other && { version: held, report: other.report },
    sentence: verdictSentence(main.report, before === "decided" ? besides : null),
    redEdge: redEdgeOf(main.model ?? byVersion.model),
  };
}

function redEdgeOf(model: Validation["model"]): number | null {
  const bands = model?.definitions[0]?.bands ?? [];
  return bands.findLast(({ tone }) => tone !== "red")?.from ?? null;
}
