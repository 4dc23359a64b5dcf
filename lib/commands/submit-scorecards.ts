import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { findCardContext } from "@/db/queries/find-card-context";
import { scorecardDrafts, scorecards } from "@/db/schema";
import { addMonths, type Month as MonthText, monthOf } from "@/lib/core/calendar";
import { TONES } from "@/lib/core/health/bands";
import { definitionFor } from "@/lib/core/health/model";
import { Answers, qualitativeOf } from "@/lib/core/scorecard/answers";
import { divergenceOf } from "@/lib/core/scorecard/divergence";
import { reasonsLacking } from "@/lib/core/scorecard/reasons";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";
import { CardNotes, Month } from "./save-scorecard-drafts";

export const SubmitScorecards = z.strictObject({
  period: Month,
  cards: z
    .array(z.strictObject({ accountId: z.number().int(), answers: Answers, notes: CardNotes }))
    .min(1)
    .max(200),
});
type Card = z.output<typeof SubmitScorecards>["cards"][number];

export type SubmitResult =
  | { accountId: number; submitted: true; version: number }
  | { accountId: number; submitted: false; message: string; lacking: string[] };

/** Submits cards of a month: each becomes the month's next version and counts from today. A card that lacks a reason is
 * left out and says which; the others go in together, and health follows at once. */
export async function submitScorecards(
  ctx: Ctx,
  { period, cards }: z.output<typeof SubmitScorecards>,
): Promise<SubmitResult[]> {
  for (const { accountId } of cards) await authorize(ctx, "scorecard:submit", accountId);
  refusePeriod(period, monthOf(ctx.today));
  return withTransaction(ctx, async ({ tx }) => {
    const results: SubmitResult[] = [];
    const submitted: number[] = [];
    for (const card of cards) {
      const result = await submitOne({ ...ctx, db: tx }, period, card);
      results.push(result);
      if (result.submitted) submitted.push(card.accountId);
    }
    if (submitted.length > 0) await rescore(tx, submitted, "scorecard");
    return results;
  });
}

function refusePeriod(period: MonthText, current: MonthText) {
  const oldest = monthOf(addMonths(`${current}-01`, -2));
  if (period > current) throw new AppError("invalid", `${period} has not begun: the month to fill is ${current}.`);
  if (period < oldest) throw new AppError("invalid", `${period} is closed: cards can be given back to ${oldest}.`);
}

async function submitOne(ctx: Ctx, period: MonthText, { accountId, answers, notes }: Card): Promise<SubmitResult> {
  const known = await findCardContext(ctx, accountId, period);
  if (!known) return { accountId, submitted: false, message: "This account is not in the book today.", lacking: [] };
  const { overlay } = definitionFor(known.model, known.segment, known.isOnboarding);
  const people = qualitativeOf(overlay.weights, answers);
  const tone = TONES[known.scoreTone - 1];
  const measured = known.score !== null && tone ? { score: known.score, tone } : null;
  const diverges = divergenceOf(measured, people, overlay.divergenceMinGap) !== null;
  const lacking = reasonsLacking({ answers, notes, previous: known.previous, wasBest: known.wasBest, diverges });
  if (lacking.length > 0) {
    return { accountId, submitted: false, message: `Needs a reason: ${lacking.join(", ")}.`, lacking };
  }
  const [row] = await ctx.db
    .insert(scorecards)
    .values({
      accountId,
      period,
      version: sql`(select coalesce(max(version), 0) + 1 from scorecards where account_id = ${accountId} and period = ${period})`,
      ...answers,
      championNote: notes.champion,
      executiveNote: notes.executive,
      outcomeNote: notes.outcome,
      authorId: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      recordedAs: recordedAs(ctx, known.fillerId),
      submittedOn: ctx.today,
    })
    .returning({ version: scorecards.version });
  await ctx.db
    .delete(scorecardDrafts)
    .where(and(eq(scorecardDrafts.accountId, accountId), eq(scorecardDrafts.period, period)));
  const version = row?.version ?? 1;
  const after = { period, version, ...answers, notes };
  await emitAudit(ctx, ctx.db, { entry: "scorecard.submitted", accountId, before: known.previous, after });
  return { accountId, submitted: true, version };
}

/** As whom the card counts: its owner's, a manager's or admin's on their behalf, or a CSM's challenge. */
function recordedAs(ctx: Ctx, fillerId: number | null): "owner" | "challenge" | "manager" | "admin" | "import" {
  const { actor } = ctx;
  if (actor.kind !== "person") return "import";
  if (actor.personId === fillerId) return "owner";
  if (actor.roles.includes("admin")) return "admin";
  return actor.roles.includes("manager") ? "manager" : "challenge";
}
