import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { plans, playDraws, settings } from "@/db/schema";
import type { Day } from "@/lib/core/calendar";
import { heldOutUntil, isHeldOut } from "@/lib/core/playbook/hold-out";
import type { Ctx } from "@/lib/server/context";

type Chosen = { accountId: number; planId: number | undefined; play: string | null };

/** Where a plan's play holds out a half: draws the account, once, and says until when it is held out; null where the play may be
 * used. A plan that has the play keeps it. */
export async function drawPlay({ db, today }: Ctx, { accountId, planId, play }: Chosen): Promise<Day | null> {
  if (play === null) return null;
  const had = planId ? await db.select({ play: plans.play }).from(plans).where(eq(plans.id, planId)) : [];
  if (had[0]?.play === play) return null;
  const [row] = await db.select({ plays: settings.heldOutPlays }).from(settings);
  if (!row?.plays.includes(play)) return null;
  await db.execute(sql`
    insert into play_draws (account_id, play, drawn_on, held, score_then)
    values (${accountId}, ${play}, ${today}, ${isHeldOut(play, accountId)},
      (select score from triage where account_id = ${accountId} and score_tone > 0))
    on conflict do nothing`);
  const [draw] = await db
    .select()
    .from(playDraws)
    .where(and(eq(playDraws.accountId, accountId), eq(playDraws.play, play)));
  const until = draw?.held ? heldOutUntil(draw.drawnOn) : null;
  return until && until > today ? until : null;
}
