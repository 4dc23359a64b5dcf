import "server-only";
import { sql } from "drizzle-orm";
import type { Month } from "@/lib/core/calendar";
import type { Model } from "@/lib/core/health/model";
import type { Answers } from "@/lib/core/scorecard/answers";
import type { Question } from "@/lib/core/scorecard/reasons";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type CardContext = {
  score: number | null;
  scoreTone: number;
  segment: string | null;
  isOnboarding: boolean;
  model: Model;
  previous: Answers | null;
  wasBest: Question[];
  fillerId: number | null;
};

/** What a card of a month is judged against: the score, the card before it, and which best answers are not new.
 * Null where the account is not in the book or may not be seen. */
export async function findCardContext(ctx: Ctx, accountId: number, period: Month): Promise<CardContext | null> {
  const { rows } = await ctx.db.execute<CardContext>(sql`
    select t.score, t.score_tone as "scoreTone", t.segment, m.definition as model,
      coalesce((r.definitions)[s.definition + 1] = 'onboarding', false) as "isOnboarding",
      previous.answers as previous, coalesce(best.questions, '{}') as "wasBest",
      (select case scorecard_owner when 'am' then coalesce(t.am_id, t.csm_id) else coalesce(t.csm_id, t.am_id) end from settings) as "fillerId"
    from triage t
    join runs r on r.id = t.run_id
    join model_versions m on m.version = r.model_version
    left join run_scores s on s.run_id = t.run_id and s.account_id = t.account_id
    left join lateral (
      select jsonb_build_object('champion', c.champion, 'executive', c.executive, 'outcome', c.outcome) as answers from scorecards c
      where c.recorded_as <> 'challenge' and c.account_id = t.account_id and c.period <= ${period} and c.submitted_on <= ${ctx.today}
      order by c.period desc, c.version desc limit 1
    ) previous on true
    left join lateral (
      select array_remove(array[
        case when bool_or(c.champion = 'active') then 'champion' end,
        case when bool_or(c.executive = 'active') then 'executive' end,
        case when bool_or(c.outcome = 'defensible') then 'outcome' end], null) as questions
      from scorecards c where c.account_id = t.account_id and c.submitted_on <= ${ctx.today}
    ) best on true
    where t.account_id = ${accountId} and ${visibleAccounts(ctx, sql`t.account_id`)}`);
  return rows[0] ?? null;
}
