import "server-only";
import { sql } from "drizzle-orm";
import { addMonths, type Day, type Month, monthOf } from "@/lib/core/calendar";
import { BURST_SECONDS, type CardCounts, STEADY_MONTHS } from "@/lib/core/scorecard/card-habits";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { fillerId, handedOverOn } from "./card-parts";

/** How far somebody is with a month's cards, and what their cards look like. */
export type CompletionRow = CardCounts & {
  personId: number;
  name: string;
  due: number;
  confirmed: number;
  /** Filed by their manager or an administrator on their behalf. */
  byOthers: number;
  expired: number;
  submittedOn: Day | null;
};

const BURST = sql.raw(`interval '${BURST_SECONDS} seconds'`);

/** The people who fill a month's cards, as far as the viewer leads them (administrators: all), by name. */
export async function listCardCompletion(ctx: Ctx, period: Month, dueOn: Day): Promise<CompletionRow[]> {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const isAdmin = ctx.actor.kind === "person" && ctx.actor.roles.includes("admin");
  const first = monthOf(addMonths(`${period}-01`, 1 - STEADY_MONTHS));
  const { rows } = await ctx.db.execute<CompletionRow>(sql`
    with book as (
      select t.account_id, t.people_tone, t.card_state, ${fillerId} as filler, t.card_due_on, ${handedOverOn(ctx)}::date as handed_over
      from triage t where t.card_state <> 'exempt' and ${visibleAccounts(ctx, sql`t.account_id`)}
    ), cards as (
      select distinct on (c.account_id, c.period) c.account_id, c.period, c.champion, c.executive, c.outcome, c.recorded_as, c.submitted_on
      from scorecards c
      where c.period between ${first} and ${period} and c.submitted_on <= ${ctx.today} and c.recorded_as <> 'challenge'
      order by c.account_id, c.period, c.version desc
    ), steady as (
      select account_id, count(*) as months, count(distinct (champion, executive, outcome)) as kinds from cards group by account_id
    ), filed as (
      select account_id, author_id, champion, executive, outcome, submitted_on, recorded_at,
        count(*) over (partition by author_id order by recorded_at range between current row and ${BURST} following) as n
      from scorecards where period = ${period} and recorded_as = 'owner'
    ), bursts as (
      select most.author_id, count(*)::int as burst, count(*) filter (where
        (f.champion, f.executive, f.outcome) = (before.champion, before.executive, before.outcome))::int as as_before
      from (select distinct on (author_id) author_id, recorded_at from filed order by author_id, n desc, recorded_at) most
      join filed f on f.author_id = most.author_id and f.recorded_at between most.recorded_at and most.recorded_at + ${BURST}
      left join lateral (
        select c.champion, c.executive, c.outcome from scorecards c
        where c.account_id = f.account_id and c.period < ${period} and c.submitted_on <= f.submitted_on and c.recorded_as <> 'challenge'
        order by c.period desc, c.version desc limit 1
      ) before on true
      group by most.author_id
    )
    select p.id as "personId", p.name,
      count(*) filter (where this.period is not null or b.card_due_on is null or b.card_due_on <= ${dueOn}::date)::int as due,
      count(this.period) filter (where b.handed_over is null or this.submitted_on >= b.handed_over)::int as confirmed,
      count(*) filter (where this.recorded_as in ('manager', 'admin'))::int as "byOthers",
      count(*) filter (where b.card_state = 'expired')::int as expired,
      count(*) filter (where s.months >= ${STEADY_MONTHS})::int as "longRunning",
      count(*) filter (where s.months >= ${STEADY_MONTHS} and s.kinds = 1)::int as "neverChanged",
      count(*) filter (where b.card_state = 'in_force')::int as "inForce",
      count(*) filter (where b.card_state = 'in_force' and b.people_tone = 3)::int as green,
      coalesce(max(u.burst), 0)::int as burst, coalesce(max(u.as_before), 0)::int as "burstAsBefore",
      (select case when m.reopened_on is null then m.submitted_on::text end from scorecard_months m
        where m.person_id = p.id and m.period = ${period} order by m.id desc limit 1) as "submittedOn"
    from book b
    join people p on p.id = b.filler
    left join cards this on this.account_id = b.account_id and this.period = ${period}
    left join steady s on s.account_id = b.account_id
    left join bursts u on u.author_id = p.id
    where ${isAdmin} or p.manager_id = ${me}
    group by p.id, p.name order by p.name`);
  return rows;
}
