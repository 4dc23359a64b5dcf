import { Card } from "@/components/ui/card";
import { DraftButton } from "@/components/validation/draft-button";
import { LastLosses } from "@/components/validation/last-losses";
import { type PathStep, PredictivePath } from "@/components/validation/predictive-path";
import { WeightsCard } from "@/components/validation/weights-card";
import { getLossEvidence, type LossEvidence } from "@/db/queries/validation/get-loss-evidence";
import type { ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import type { Past } from "@/db/queries/validation/open-past";
import { mayEver } from "@/lib/core/access";
import { FEWEST_OUTCOMES } from "@/lib/core/validation/verdict";
import type { Ctx } from "@/lib/server/context";
import type { Viewer } from "@/lib/server/viewer-context";

interface Props {
  ctx: Ctx & { actor: Viewer };
  past: Past;
  summary: ValidationSummary;
}

/** What the last losses had in common, and what outcomes say about the weights. */
export async function Losses({ ctx, past, summary }: Props) {
  const { present, report } = summary;
  const found = present && (await getLossEvidence(ctx, present.version, past));
  if (!present || !found) return null;
  const { stories, pattern, waiting, missing, weights } = found;
  const mayDraft = mayEver(ctx.actor.roles, "model:draft");
  const isChance = report.verdict === "no better than chance" || report.verdict === "worse than chance";
  return (
    <>
      {stories.length > 0 && (
        <LastLosses
          {...{ stories, pattern, waiting, missing }}
          draft={
            mayDraft && (
              <DraftButton version={present.version} from="losses">
                Draft a model from these losses
              </DraftButton>
            )
          }
        />
      )}
      <div id="weights" className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <Card title="Weights from outcomes">
          <WeightsCard weights={weights} version={present.version} mayDraft={mayDraft} isChance={isChance} />
        </Card>
        <Card title="From heuristic to predictive">
          <PredictivePath steps={stepsOf(summary, weights)} />
        </Card>
      </div>
    </>
  );
}

function stepsOf({ report, versions }: ValidationSummary, weights: LossEvidence["weights"]): PathStep[] {
  const { n, bad, verdict, calibrated } = report;
  const need = "badNeeded" in weights ? weights.badNeeded : null;
  return [
    {
      name: "A heuristic that everybody can read.",
      isDone: versions.length > 0,
      words: "weights set by people, each with a reason.",
    },
    {
      name: "Checked against outcomes.",
      isDone: n >= FEWEST_OUTCOMES,
      words: `${n} of at least ${FEWEST_OUTCOMES} decisions with health known before them.`,
    },
    {
      name: "Better than chance.",
      isDone: verdict === "better than chance",
      words:
        verdict === "better than chance"
          ? "the interval of the AUC lies above 0.5."
          : "the interval of the AUC must lie above 0.5.",
    },
    {
      name: "A probability of renewal.",
      isDone: calibrated !== null && verdict === "better than chance",
      words:
        calibrated !== null && verdict !== "better than chance"
          ? "calibrated on outcomes, but about the same for every account while health ranks no better than chance."
          : `calibrated on outcomes; it takes 10 lost and 10 kept, there are ${bad} and ${n - bad}.`,
    },
    {
      name: "Weights from outcomes.",
      isDone: weights.kind === "checked" && weights.isSuggested,
      words:
        need !== null && bad < need
          ? `${bad} of the ${need} lost or reduced that it takes, 10 a measure.`
          : "better than the present ones on later decisions, beyond chance.",
    },
  ];
}
