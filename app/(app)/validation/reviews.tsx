import { Card } from "@/components/ui/card";
import { ReviewForm } from "@/components/validation/review-form";
import { ReviewList } from "@/components/validation/review-list";
import type { ValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { listModelReviews } from "@/db/queries/validation/list-model-reviews";
import { mayEver } from "@/lib/core/access";
import { addMonths, daysBetween } from "@/lib/core/calendar";
import { dayText, durationText } from "@/lib/format";
import type { Ctx } from "@/lib/server/context";
import type { Viewer } from "@/lib/server/viewer-context";

const MONTHS = 3;

/** The quarterly review of the score: the form for those who may sign, and what was signed. */
export async function Reviews({
  ctx,
  summary,
  isWhole,
}: {
  ctx: Ctx & { actor: Viewer };
  summary: ValidationSummary;
  /** The page asks what a review is signed with: all decisions, 90 days before each. */
  isWhole: boolean;
}) {
  const reviews = await listModelReviews(ctx);
  const { present, sentence, asked } = summary;
  const dueOn = present?.nextReviewOn ?? null;
  const late = dueOn !== null && dueOn < ctx.today ? daysBetween(dueOn, ctx.today) : null;
  return (
    <Card id="review" title="Quarterly review of the score">
      <p className="mb-3 max-w-prose">
        {dueOn === null
          ? "No date has been set for the next review."
          : late === null
            ? `The next review is due on ${dayText(dueOn)}.`
            : `The review was due on ${dayText(dueOn)}: overdue by ${durationText(late)}.`}
      </p>
      {present && mayEver(ctx.actor.roles, "model:review") && (
        <details className="mb-4" open={late !== null}>
          <summary className="cursor-pointer font-medium">Review version {present.version} now</summary>
          <div className="mt-3">
            <ReviewForm
              version={present.version}
              name={present.name}
              sentence={
                isWhole && asked?.version === present.version
                  ? sentence
                  : "the figures of all decisions, 90 days before each."
              }
              today={ctx.today}
              nextDueOn={addMonths(ctx.today, MONTHS)}
            />
          </div>
        </details>
      )}
      <ReviewList reviews={reviews} />
    </Card>
  );
}
