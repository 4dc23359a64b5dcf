import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { reviews } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

export const RemoveReview = z.strictObject({ reviewId: z.int().positive() });

/** Takes a review back that nobody has signed. What it said stays in the audit log. */
export async function removeReview(ctx: Ctx, { reviewId }: z.output<typeof RemoveReview>): Promise<void> {
  await authorize(ctx, "work:write");
  await withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    const [review] = await tx.delete(reviews).where(eq(reviews.id, reviewId)).returning();
    if (!review) throw new AppError("not_found", "There is no such review.");
    await authorize(within, "work:write", review.accountId);
    if (review.signedBy) throw new AppError("conflict", "A signed review stays. Log another one beside it.");
    const { accountId } = review;
    await emitAudit(within, tx, { entry: "review.removed", accountId, subject: `review:${reviewId}`, before: review });
    await rescore(tx, [accountId], "review");
  });
}
