import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { getValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { getValidation } from "@/lib/api/validation";
import { figuresRefusal } from "@/lib/core/validation/figures-refusal";
import type { SideReport } from "@/lib/core/validation/side-report";
import { reportFigures, versionFigures } from "@/lib/core/validation/validation-json";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/server/route";

/** The verdict on health, with n and intervals. */
export const GET = route(getValidation, async (ctx, { query: { horizon, version } }) => {
  const rules = { smallDownsells: true, unavoidable: true };
  const summary = await getValidationSummary(ctx, { horizon, version, ...rules });
  const { asked, other, known, report, sentence } = summary;
  const refusal = version === undefined ? null : figuresRefusal(version, summary);
  if (refusal) throw new AppError("invalid", refusal.message, { version: refusal.detail });
  const { sources, leftOut, missed, falseAlarms } = reportFigures(report);
  const both = [asked && { ...asked, report }, other && { ...other.version, report: other.report }];
  return {
    ...{
      standing: (await getModelStanding(ctx)).text,
      horizon,
      version: asked?.version ?? null,
      sentence,
      ...json(report.health),
    },
    by_version: both.flatMap((one) =>
      one ? { version: one.version, name: one.name, ...json(one.report.health) } : [],
    ),
    ...{ as_known: json(known.health), sources, missed, false_alarms: falseAlarms },
    left_out: {
      insufficient: leftOut.insufficient,
      without_history: leftOut.withoutHistory,
      waiting: leftOut.waiting,
    },
  };
});

function json(side: SideReport) {
  const { accuracyInterval, aucInterval, ...figures } = versionFigures(side);
  return { ...figures, accuracy_interval: accuracyInterval, auc_interval: aucInterval };
}
