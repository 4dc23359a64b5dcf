import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema";
import type { Day, Month } from "@/lib/core/calendar";
import type { Answers } from "@/lib/core/scorecard/answers";
import type { Notes, Question } from "@/lib/core/scorecard/reasons";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** Whose cards: one's own to fill, those of the team one leads, one person's, or everybody's. */
export type GridOwner = "me" | "team" | "all" | number;

export type SubmittedCard = { period: Month; answers: Answers; notes: Notes; author: string | null; submittedOn: Day };
export type DraftCard = { version: number; answers: Partial<Answers>; notes: Notes; author: string | null };

export type GridRow = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  arrCents: number | null;
  endsOn: Day | null;
  decideBy: Day | null;
  score: number | null;
  scoreTone: number;
  health: number | null;
  tone: number;
  sparkline: number[];
  /** The latest card of an earlier month, the card of this month, and what is typed but not submitted. */
  previous: SubmittedCard | null;
  card: (SubmittedCard & { version: number }) | null;
  draft: DraftCard | null;
  wasBest: Question[];
};

/** The month's grid of scorecards: the accounts in the book whose card the owner fills, with what was said before. */
export async function listScorecardGrid(ctx: Ctx, period: Month, owner: GridOwner): Promise<GridRow[]> {
  const { rows } = await ctx.db.execute<GridRow>(sql`
    select t.account_id as "accountId", t.slug, t.name, t.segment, t.arr_cents as "arrCents", t.ends_on as "endsOn",
      t.decide_by as "decideBy", t.score, t.score_tone as "scoreTone", t.health, t.tone, t.sparkline,
      previous.card as previous, current.card as card, draft.card as draft, coalesce(best.questions, '{}') as "wasBest"
    from triage t
    join ${accounts} on ${accounts.id} = t.account_id
    left join lateral (
      select ${cardJson(sql`c`)} as card from scorecards c left join people p on p.id = c.author_id
      where c.recorded_as <> 'challenge' and c.account_id = t.account_id and c.period < ${period} and c.submitted_on <= ${ctx.today}
      order by c.period desc, c.version desc limit 1
    ) previous on true
    left join lateral (
      select ${cardJson(sql`c`)} as card from scorecards c left join people p on p.id = c.author_id
      where c.recorded_as <> 'challenge' and c.account_id = t.account_id and c.period = ${period} and c.submitted_on <= ${ctx.today}
      order by c.version desc limit 1
    ) current on true
    left join lateral (
      select ${cardJson(sql`d`)} as card from scorecard_drafts d left join people p on p.id = d.updated_by
      where d.account_id = t.account_id and d.period = ${period}
    ) draft on true
    left join lateral (
      select array_remove(array[
        case when bool_or(c.champion = 'active') then 'champion' end,
        case when bool_or(c.executive = 'active') then 'executive' end,
        case when bool_or(c.outcome = 'defensible') then 'outcome' end], null) as questions
      from scorecards c where c.account_id = t.account_id and c.submitted_on <= ${ctx.today}
    ) best on true
    where ${visibleAccounts(ctx, sql`t.account_id`)} and ${ownedBy(ctx, owner)}
    order by t.decide_by nulls last, t.name, t.account_id`);
  return rows;
}

/** A card as JSON; drafts have no submission date and give null there. */
function cardJson(card: SQL): SQL {
  const submitted = sql`to_jsonb(${card}) ->> 'submitted_on'`;
  return sql`jsonb_build_object('period', ${card}.period, 'version', ${card}.version, 'author', p.name, 'submittedOn', ${submitted},
    'answers', jsonb_strip_nulls(jsonb_build_object('champion', ${card}.champion, 'executive', ${card}.executive, 'outcome', ${card}.outcome)),
    'notes', jsonb_build_object('champion', ${card}.champion_note, 'executive', ${card}.executive_note, 'outcome', ${card}.outcome_note))`;
}

/** The person who fills an account's card: its AM, else its CSM; the other way round where the installation says so. */
const filler = sql`(select case scorecard_owner when 'am' then coalesce(t.am_id, t.csm_id) else coalesce(t.csm_id, t.am_id) end from settings)`;

function ownedBy(ctx: Ctx, owner: GridOwner): SQL {
  if (owner === "all") return sql`true`;
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  if (owner === "team") return sql`${filler} in (select id from people where manager_id = ${me})`;
  return sql`${filler} = ${owner === "me" ? me : owner}`;
}
