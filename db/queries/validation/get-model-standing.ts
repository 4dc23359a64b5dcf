import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { type Reviewed, standingText } from "@/lib/core/validation/standing";
import type { Ctx } from "@/lib/server/context";

export type ModelStanding = {
  /** "heuristic, not validated" or "validated on n decisions, date". */
  text: string;
  /** When the score must be looked at again; null before it has a date. */
  dueOn: Day | null;
  isOverdue: boolean;
};

/** How far the score is to be believed, by the latest signed review of the version that counts today. */
export async function getModelStanding(ctx: Ctx): Promise<ModelStanding> {
  const { rows } = await ctx.db.execute<{ dueOn: Day | null; review: Reviewed | null }>(sql`
    select v.next_review_on as "dueOn", (
      select json_build_object('verdict', r.verdict, 'reviewedOn', r.reviewed_on, 'figures', r.figures)
      from model_reviews r join model_versions reviewed on reviewed.version = r.version
      where reviewed.scoring_version = v.scoring_version and r.reviewed_on <= ${ctx.today} order by r.id desc limit 1) as review
    from model_versions v where v.effective_from <= ${ctx.today} and v.withdrawn_on is null order by v.version desc limit 1`);
  const { dueOn = null, review = null } = rows[0] ?? {};
  return { text: standingText(review), dueOn, isOverdue: dueOn !== null && dueOn < ctx.today };
}
