import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { listCardContexts } from "@/db/queries/list-card-contexts";
import { people, scorecardDrafts } from "@/db/schema";
import type { Month } from "@/lib/core/calendar";
import { Answers } from "@/lib/core/scorecard/answers";
import type { DraftCard } from "@/lib/core/scorecard/grid-row";
import { lockedWords, Period, periodRefusal } from "@/lib/core/scorecard/period";
import { CardNotes } from "@/lib/core/scorecard/reasons";
import { recordedAsOf } from "@/lib/core/scorecard/recorded-as";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const Draft = z.strictObject({
  accountId: z.number().int(),
  /** The version the edit started from; 0 where there was no draft. */
  version: z.number().int().min(0),
  answers: Answers.partial(),
  notes: CardNotes,
});
type Draft = z.output<typeof Draft>;

export const SaveScorecardDrafts = z.strictObject({ period: Period, drafts: z.array(Draft).min(1).max(200) });

export type DraftResult =
  | { accountId: number; saved: true; version: number }
  | { accountId: number; saved: false; message: string; theirs: DraftCard | null };

/** Saves unfinished cards. A draft that someone else has changed since is left as it is, and theirs is told. A challenge is
 * not drafted: the draft belongs to whose card it is. */
export async function saveScorecardDrafts(
  ctx: Ctx,
  { period, drafts }: z.output<typeof SaveScorecardDrafts>,
): Promise<DraftResult[]> {
  for (const { accountId } of drafts) await authorize(ctx, "scorecard:submit", accountId);
  const refusal = periodRefusal(period, ctx.today);
  if (refusal) throw new AppError("invalid", refusal);
  const refusals = await refusalsOf(ctx, period, drafts);
  return withTransaction(ctx, async ({ tx }) => {
    const results: DraftResult[] = [];
    for (const draft of drafts) {
      const message = refusals.get(draft.accountId);
      if (message) results.push({ accountId: draft.accountId, saved: false, message, theirs: null });
      else results.push(await saveOne({ ...ctx, db: tx }, period, draft));
    }
    return results;
  });
}

/** Why drafts of accounts are not kept: a challenge is none, and a submitted month is locked. */
async function refusalsOf(ctx: Ctx, period: Month, drafts: readonly Draft[]): Promise<Map<number, string>> {
  const { actor } = ctx;
  const contexts = await listCardContexts(
    ctx,
    drafts.map(({ accountId }) => accountId),
    period,
  );
  const refusals = new Map<number, string>();
  for (const [accountId, known] of contexts) {
    const isChallenge =
      actor.kind === "person" && recordedAsOf(actor.roles, known, known.fillerId === actor.personId) === "challenge";
    if (isChallenge) refusals.set(accountId, "A challenge is not kept as a draft: confirm the row to send it.");
    else if (known.lockedOn) refusals.set(accountId, lockedWords(period, known.lockedOn));
  }
  return refusals;
}

async function saveOne(ctx: Ctx, period: Month, { accountId, version, answers, notes }: Draft): Promise<DraftResult> {
  const values = {
    champion: answers.champion ?? null,
    executive: answers.executive ?? null,
    outcome: answers.outcome ?? null,
    championNote: notes.champion,
    executiveNote: notes.executive,
    outcomeNote: notes.outcome,
    updatedBy: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    updatedAt: ctx.now,
    version: version + 1,
  };
  const [saved] = await ctx.db
    .insert(scorecardDrafts)
    .values({ accountId, period, ...values })
    .onConflictDoUpdate({
      target: [scorecardDrafts.accountId, scorecardDrafts.period],
      set: values,
      setWhere: sql`${scorecardDrafts.version} = ${version}`,
    })
    .returning({ version: scorecardDrafts.version });
  if (saved) return { accountId, saved: true, version: saved.version };
  const theirs = await draftOf(ctx.db, period, accountId);
  const message = `${theirs?.author ?? "Someone else"} changed this card meanwhile.`;
  return { accountId, saved: false, message, theirs };
}

async function draftOf(db: Database, period: Month, accountId: number): Promise<DraftCard | null> {
  const [row] = await db
    .select({ draft: scorecardDrafts, author: people.name })
    .from(scorecardDrafts)
    .leftJoin(people, eq(people.id, scorecardDrafts.updatedBy))
    .where(and(eq(scorecardDrafts.accountId, accountId), eq(scorecardDrafts.period, period)));
  if (!row) return null;
  const { version, champion, executive, outcome, championNote, executiveNote, outcomeNote } = row.draft;
  const answers = { ...(champion && { champion }), ...(executive && { executive }), ...(outcome && { outcome }) };
  const notes = { champion: championNote, executive: executiveNote, outcome: outcomeNote };
  return { version, answers, notes, author: row.author };
}
