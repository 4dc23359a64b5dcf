import "server-only";
import { sql } from "drizzle-orm";
import type { Day, Month } from "@/lib/core/calendar";
import { definitionFor, type Overlay } from "@/lib/core/health/model";
import type { Question, Said } from "@/lib/core/scorecard/reasons";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { fillerId, lockedOn, relation, wasBest } from "./card-parts";
import { findCurrentModel } from "./find-current-model";

export type CardContext = {
  accountId: number;
  name: string;
  score: number | null;
  scoreTone: number;
  overlay: Overlay;
  /** The card before: this month's where there is one, else the latest of an earlier month. */
  previous: Said | null;
  /** The version of this month's card; 0 where there is none. */
  version: number;
  wasBest: Question[];
  fillerId: number | null;
  /** The day on which the month was submitted, where it stands so: only a challenge is taken then. */
  lockedOn: Day | null;
  own: boolean;
  team: boolean;
};

/** What cards of a month are judged against: the score, the card before, and which best answers are not new. Accounts that
 * are not in the book or may not be seen are left out. */
export async function listCardContexts(
  ctx: Ctx,
  accountIds: readonly number[],
  period: Month,
): Promise<Map<number, CardContext>> {
  type Row = CardContext & { segment: string | null; isOnboarding: boolean };
  const { rows } = await ctx.db.execute<Row>(sql`
    select t.account_id as "accountId", t.name, t.score, t.score_tone as "scoreTone", t.segment,
      coalesce((r.definitions)[s.definition + 1] = 'onboarding', false) as "isOnboarding",
      previous.said as previous, coalesce(previous.version, 0) as version, ${wasBest(ctx)} as "wasBest",
      ${fillerId} as "fillerId", ${lockedOn(period)} as "lockedOn", ${relation(ctx)}
    from triage t
    join runs r on r.id = t.run_id
    left join run_scores s on s.run_id = t.run_id and s.account_id = t.account_id
    left join lateral (
      select case when c.period = ${period} then c.version else 0 end as version, jsonb_build_object(
        'answers', jsonb_build_object('champion', c.champion, 'executive', c.executive, 'outcome', c.outcome),
        'notes', jsonb_build_object('champion', c.champion_note, 'executive', c.executive_note, 'outcome', c.outcome_note)) as said
      from scorecards c
      where c.account_id = t.account_id and c.recorded_as <> 'challenge' and c.period <= ${period} and c.submitted_on <= ${ctx.today}
      order by c.period desc, c.version desc limit 1
    ) previous on true
    where t.account_id in (select jsonb_array_elements_text(${JSON.stringify(accountIds)}::jsonb)::int)
      and ${visibleAccounts(ctx, sql`t.account_id`)}`);
  const model = await findCurrentModel(ctx);
  if (!model) return new Map();
  return new Map(
    rows.map(({ segment, isOnboarding, ...row }) => {
      const { overlay } = definitionFor(model, segment, isOnboarding);
      return [row.accountId, { ...row, overlay }];
    }),
  );
}
