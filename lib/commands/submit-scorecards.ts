import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type CardContext, listCardContexts } from "@/db/queries/list-card-contexts";
import { listShownHealth } from "@/db/queries/list-shown-health";
import { scorecardDrafts, scorecards } from "@/db/schema";
import type { Month } from "@/lib/core/calendar";
import { TONES } from "@/lib/core/health/bands";
import { Answers, qualitativeOf } from "@/lib/core/scorecard/answers";
import { divergenceOf } from "@/lib/core/scorecard/divergence";
import type { ShownHealth } from "@/lib/core/scorecard/grid-row";
import { lockedWords, Period, periodRefusal } from "@/lib/core/scorecard/period";
import { CardNotes, carriedNotes, type Lack, type Notes, reasonsLacking } from "@/lib/core/scorecard/reasons";
import { type RecordedAs, recordedAsOf } from "@/lib/core/scorecard/recorded-as";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { oweNotice } from "@/lib/server/owe-notice";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";

const Card = z.strictObject({
  accountId: z.number().int(),
  /** The version of the month's card that this one corrects; 0 where there was none. Left out, any. */
  version: z.number().int().min(0).optional(),
  answers: Answers,
  notes: CardNotes,
});
type Card = z.output<typeof Card>;

export const SubmitScorecards = z.strictObject({ period: Period, cards: z.array(Card).min(1).max(200) });

export type SubmitResult =
  | ({ submitted: true; version: number; recordedAs: RecordedAs | "import"; notes: Notes } & Followed)
  | { accountId: number; submitted: false; message: string; lacking: Lack[] };
type Followed = { accountId: number; before: ShownHealth | null; after: ShownHealth | null };

/** Submits cards of a month: each becomes the month's next version and counts from today. A card that lacks a reason is
 * left out and says which; the others go in together, and health follows at once. A challenge stands beside the card. */
export async function submitScorecards(
  ctx: Ctx,
  { period, cards }: z.output<typeof SubmitScorecards>,
): Promise<SubmitResult[]> {
  for (const { accountId } of cards) await authorize(ctx, "scorecard:submit", accountId);
  const refusal = periodRefusal(period, ctx.today);
  if (refusal) throw new AppError("invalid", refusal);
  return withTransaction(ctx, async ({ tx }) => {
    const inside = { ...ctx, db: tx };
    const ids = [...new Set(cards.map(({ accountId }) => accountId))];
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('scorecards'))`);
    const contexts = await listCardContexts(inside, ids, period);
    const before = await listShownHealth(inside, ids);
    const results: SubmitResult[] = [];
    for (const card of cards) results.push(await submitOne(inside, period, card, contexts.get(card.accountId)));
    const counting = results.filter((result) => result.submitted && result.recordedAs !== "challenge");
    const changed = counting.map(({ accountId }) => accountId);
    if (changed.length > 0) await rescore(tx, changed, "scorecard");
    const after = await listShownHealth(inside, ids);
    return results.map((result) => {
      const { accountId } = result;
      return { ...result, before: before.get(accountId) ?? null, after: after.get(accountId) ?? null };
    });
  });
}

async function submitOne(
  ctx: Ctx,
  period: Month,
  { accountId, version: corrects, answers, notes: given }: Card,
  known: CardContext | undefined,
): Promise<SubmitResult> {
  const refused = (message: string, lacking: Lack[] = []): SubmitResult => ({
    ...{ accountId, submitted: false, message, lacking },
  });
  if (!known) return refused("This account is not in the book today.");
  const recordedAs = recordedAsIn(ctx, known);
  if (known.lockedOn && recordedAs !== "challenge") return refused(lockedWords(period, known.lockedOn));
  if (corrects !== undefined && corrects !== known.version) {
    return refused("Someone else has confirmed this card meanwhile. Look at theirs, then confirm again.");
  }
  const lacking = reasonsLacking({
    ...{ answers, notes: given, previous: known.previous, wasBest: known.wasBest },
    diverges: divergesFrom(known, answers),
  });
  if (lacking.length > 0) {
    return refused(`Needs a reason: ${lacking.map(({ question }) => question).join(", ")}.`, lacking);
  }
  const notes = carriedNotes({ answers, notes: given }, known.previous);
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
      recordedAs,
      submittedOn: ctx.today,
    })
    .returning({ version: scorecards.version });
  if (recordedAs !== "challenge") {
    const isDraft = and(eq(scorecardDrafts.accountId, accountId), eq(scorecardDrafts.period, period));
    await ctx.db.delete(scorecardDrafts).where(isDraft);
  }
  const version = row?.version ?? 1;
  const after = { period, version, recordedAs, answers, notes };
  const entry = recordedAs === "challenge" ? "scorecard.challenged" : "scorecard.submitted";
  await emitAudit(ctx, ctx.db, { entry, accountId, before: known.previous, after });
  await oweNotice(ctx.db, {
    kind: "scorecard_submitted",
    dedupeKey: `card:${accountId}:${period}:${version}`,
    payload: { accountId, asOf: ctx.today, period, version, recordedAs, ...answers },
  });
  return { accountId, submitted: true, version, recordedAs, notes, before: null, after: null };
}

function divergesFrom({ score, scoreTone, overlay }: CardContext, answers: Answers): boolean {
  const tone = TONES[scoreTone - 1];
  const measured = score !== null && tone ? { score, tone } : null;
  return divergenceOf(measured, qualitativeOf(overlay.weights, answers), overlay.divergenceMinGap) !== null;
}

function recordedAsIn({ actor }: Ctx, known: CardContext): RecordedAs | "import" {
  if (actor.kind !== "person") return "import";
  return recordedAsOf(actor.roles, known, known.fillerId === actor.personId) ?? "challenge";
}
