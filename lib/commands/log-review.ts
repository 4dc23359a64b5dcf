import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { reviews } from "@/db/schema";
import { isDay } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

const aDay = z.string().refine(isDay, "A day as YYYY-MM-DD.");
export const LogReview = z.strictObject({
  accountId: z.int().positive(),
  /** A planned review that has now been held, or is moved. */
  reviewId: z.int().positive().optional(),
  /** Reviews of a loss or a save are signed with their cause, by whoever may record outcomes: they are none of these. */
  kind: z.enum(["check_in", "review", "war_room", "executive", "qbr", "expansion_scan", "audit", "fall"]),
  plannedOn: aDay.nullable().default(null),
  heldOn: aDay.nullable().default(null),
  verdict: z.enum(["keep", "watch", "plan"]).nullable().default(null),
  answers: z.record(z.string(), z.string().trim().max(2000)).default({}),
  note: z.string().trim().max(4000, "A note has at most 4,000 characters.").default(""),
});

/** Writes down a review that was held, or plans one. An audit is signed with its verdict. Clocks follow at once. */
export async function logReview(ctx: Ctx, input: z.output<typeof LogReview>): Promise<{ reviewId: number }> {
  await authorize(ctx, "work:write");
  const { accountId, reviewId, ...said } = input;
  if (!said.heldOn && !said.plannedOn) throw new AppError("invalid", "Say when it was held or is planned.");
  if (said.heldOn && said.heldOn > ctx.today)
    throw new AppError("invalid", "A review is logged once it was held; plan it for that day instead.");
  if (said.kind === "audit" && said.heldOn && !said.verdict)
    throw new AppError("invalid", "An audit ends with keep, watch or plan.");
  return withTransaction(ctx, async ({ tx }) => {
    const within = { ...ctx, db: tx };
    await authorize(within, "work:write", accountId);
    const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
    const values = { accountId, ...said, ownerId: personId, signedBy: said.verdict ? personId : null };
    const before = reviewId ? (await tx.select().from(reviews).where(eq(reviews.id, reviewId)).for("update"))[0] : null;
    if (reviewId && before?.accountId !== accountId) throw new AppError("not_found", "There is no such review.");
    const [written] = reviewId
      ? await tx.update(reviews).set(values).where(eq(reviews.id, reviewId)).returning({ reviewId: reviews.id })
      : await tx.insert(reviews).values(values).returning({ reviewId: reviews.id });
    if (!written) throw new Error("The review was not written");
    const entry = said.heldOn ? "review.logged" : "review.planned";
    await emitAudit(within, tx, { entry, accountId, subject: `review:${written.reviewId}`, before, after: said });
    await rescore(tx, [accountId], "review");
    return written;
  });
}
