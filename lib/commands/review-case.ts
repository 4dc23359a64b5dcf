import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { outcomes, reviews } from "@/db/schema";
import { CASE_QUESTIONS } from "@/lib/core/playbook/case-review";
import { CAUSE_BOOK, CAUSES } from "@/lib/core/playbook/causes";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

const answer = z.string().trim().min(1, "Write at least a sentence.").max(2000, "At most 2,000 characters.");

export const ReviewCase = z.strictObject({
  accountId: z.int().positive(),
  kind: z.enum(["loss", "save"]),
  /** The outcome that is reviewed, whose cause is confirmed by it; null for a save without one. */
  outcomeId: z.string().min(1).nullable().default(null),
  answers: z.strictObject({ happened: answer, signals: answer, done: answer, again: answer }),
  cause: z.enum(CAUSES, "Choose one of the causes."),
  avoidable: z.boolean().nullable().default(null),
});

/** Signs the five answers about a loss or a save, and gives the outcome its confirmed cause. It stays as it is written: who knows
 * better signs another, and the newest counts. */
export async function reviewCase(ctx: Ctx, input: z.output<typeof ReviewCase>): Promise<{ reviewId: number }> {
  await authorize(ctx, "outcome:record");
  const { accountId, kind, outcomeId, answers, cause, avoidable } = input;
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await authorize(within, "outcome:record", accountId);
    if (ctx.actor.kind !== "person") throw new AppError("forbidden", "A person signs a review.");
    const { personId } = ctx.actor;
    const [review] = await tx
      .insert(reviews)
      .values({
        ...{ accountId, kind, heldOn: ctx.today, ownerId: personId, signedBy: personId },
        answers: { ...answers, cause, ...(avoidable === null ? {} : { avoidable: avoidable ? "yes" : "no" }) },
        note: CASE_QUESTIONS.map(({ key }) => answers[key]).join(" "),
      })
      .returning({ reviewId: reviews.id });
    if (!review) throw new Error("The review was not written");
    const before = outcomeId ? await confirmCause(within, accountId, outcomeId, { cause, avoidable }) : null;
    const after = { kind, outcomeId, answers, cause, avoidable };
    await emitAudit(within, tx, {
      entry: "case.reviewed",
      accountId,
      subject: `review:${review.reviewId}`,
      before,
      after,
    });
    await rescore(tx, [accountId], "review");
    return review;
  });
}

/** Writes the confirmed cause on the outcome; what stood there goes to the audit log. */
async function confirmCause(
  { db }: Ctx,
  accountId: number,
  outcomeId: string,
  { cause, avoidable }: Pick<z.output<typeof ReviewCase>, "cause" | "avoidable">,
) {
  const its = and(eq(outcomes.accountId, accountId), eq(outcomes.externalId, outcomeId));
  const [before] = await db
    .select({ kind: outcomes.kind, cause: outcomes.cause, avoidable: outcomes.avoidable })
    .from(outcomes)
    .where(its)
    .for("update");
  if (!before) throw new AppError("not_found", "There is no such outcome.");
  await db
    .update(outcomes)
    .set({ cause: CAUSE_BOOK[cause].name, avoidable: avoidable ?? before.avoidable })
    .where(its);
  return before;
}
