import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { getValidationSummary } from "@/db/queries/validation/get-validation-summary";
import { modelReviews, modelVersions } from "@/db/schema";
import { addMonths, isDay } from "@/lib/core/calendar";
import { reportFigures, versionFigures } from "@/lib/core/validation/validation-json";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { type Ctx, systemContext } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const SignModelReview = z.strictObject({
  version: z.int().positive(),
  verdict: z.enum(["keep", "change", "retire"]),
  reasons: z
    .string()
    .trim()
    .min(10, "Say why in a sentence: who reads this next quarter was not there.")
    .max(2000, "Reasons have at most 2,000 characters."),
  nextDueOn: z.string().refine(isDay, "must be a date, YYYY-MM-DD").optional(),
});

const HORIZON = 90;
const MONTHS = 3;

/** Signs the quarterly review of the score: keep, change or retire, with reasons and the figures of the day as they are computed
 * here. It is never changed afterwards; the next is due in three months unless said. */
export async function signModelReview(
  ctx: Ctx,
  { version, verdict, reasons, ...asked }: z.output<typeof SignModelReview>,
): Promise<{ id: number }> {
  await authorize(ctx, "model:review");
  const { actor } = ctx;
  if (actor.kind !== "person") throw new AppError("forbidden", "A review is signed by a person.");
  const nextDueOn = asked.nextDueOn ?? addMonths(ctx.today, MONTHS);
  if (nextDueOn <= ctx.today)
    throw new AppError("invalid", "The next review lies after today.", { nextDueOn: "must lie after today" });
  const figures = await figuresOf(ctx, version);
  return withTransaction(ctx, async ({ tx }) => {
    const [review] = await tx
      .insert(modelReviews)
      .values({ version, verdict, reasons, figures, reviewedOn: ctx.today, signedBy: actor.personId, nextDueOn })
      .returning({ id: modelReviews.id });
    if (!review) throw new Error("a row that was inserted is returned");
    await tx.update(modelVersions).set({ nextReviewOn: nextDueOn }).where(eq(modelVersions.version, version));
    const after = { verdict, reasons, nextDueOn, n: figures.n, accuracy: figures.accuracy };
    await emitAudit(ctx, tx, { entry: "model.reviewed", subject: `version ${version}`, after });
    return review;
  });
}

/** The figures of the whole past, 90 days before the decision, over everybody's accounts and without their names. */
async function figuresOf({ db }: Ctx, version: number) {
  const everything = { horizon: HORIZON, smallDownsells: true, unavoidable: true };
  const ctx = await systemContext("review", db);
  const { report, asked, sentence } = await getValidationSummary(ctx, { ...everything, version });
  if (asked?.version !== version) throw new AppError("not_found", `There is no model version ${version} to review.`);
  const { missed, falseAlarms, ...rest } = reportFigures(report);
  const counts = { missed: missed.length, untouched: falseAlarms.untouched.length, saved: falseAlarms.saved.length };
  return { horizon: HORIZON, sentence, ...versionFigures(report.health), ...rest, counts };
}
