import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { scorecardDrafts } from "@/db/schema";
import { Answers } from "@/lib/core/scorecard/answers";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month, YYYY-MM");
const Note = z.string().trim().max(500, "A reason has at most 500 characters.").nullable();
export const CardNotes = z.strictObject({ champion: Note, executive: Note, outcome: Note });

export const SaveScorecardDrafts = z.strictObject({
  period: Month,
  drafts: z
    .array(
      z.strictObject({
        accountId: z.number().int(),
        /** The version the edit started from; 0 where there was no draft. */
        version: z.number().int().min(0),
        answers: Answers.partial(),
        notes: CardNotes,
      }),
    )
    .min(1)
    .max(200),
});

export type DraftResult =
  | { accountId: number; saved: true; version: number }
  | { accountId: number; saved: false; message: string; version: number };

/** Saves unfinished cards. A draft that someone else has changed since is left as it is, and its newer version told. */
export async function saveScorecardDrafts(
  ctx: Ctx,
  { period, drafts }: z.output<typeof SaveScorecardDrafts>,
): Promise<DraftResult[]> {
  for (const { accountId } of drafts) await authorize(ctx, "scorecard:submit", accountId);
  const updatedBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return withTransaction(ctx, async ({ tx }) => {
    const results: DraftResult[] = [];
    for (const { accountId, version, answers, notes } of drafts) {
      const values = {
        champion: answers.champion ?? null,
        executive: answers.executive ?? null,
        outcome: answers.outcome ?? null,
        championNote: notes.champion,
        executiveNote: notes.executive,
        outcomeNote: notes.outcome,
        updatedBy,
        updatedAt: ctx.now,
      };
      const isSame = and(eq(scorecardDrafts.accountId, accountId), eq(scorecardDrafts.period, period));
      const [saved] = await tx
        .insert(scorecardDrafts)
        .values({ accountId, period, version: version + 1, ...values })
        .onConflictDoUpdate({
          target: [scorecardDrafts.accountId, scorecardDrafts.period],
          set: { ...values, version: version + 1 },
          setWhere: sql`${scorecardDrafts.version} = ${version}`,
        })
        .returning({ version: scorecardDrafts.version });
      if (saved) {
        results.push({ accountId, saved: true, version: saved.version });
        continue;
      }
      const [current] = await tx.select().from(scorecardDrafts).where(isSame);
      const message = "Someone else changed this card meanwhile. Reload to see both, then decide.";
      results.push({ accountId, saved: false, message, version: current?.version ?? 0 });
    }
    return results;
  });
}
