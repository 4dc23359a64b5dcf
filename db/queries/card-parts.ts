import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Month } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { workedBooks } from "@/lib/server/worked-books";

/** Questions whose best answer stands on some card of an account given by today; challenges prove nothing. */
export const wasBest = (ctx: Ctx): SQL => sql`(
  select coalesce(array_remove(array[
    case when bool_or(c.champion = 'active') then 'champion' end,
    case when bool_or(c.executive = 'active') then 'executive' end,
    case when bool_or(c.outcome = 'defensible') then 'outcome' end], null), '{}')
  from scorecards c where c.account_id = t.account_id and c.submitted_on <= ${ctx.today} and c.recorded_as <> 'challenge')`;

/** The person who fills the card of an account `t`: its AM, else its CSM; the other way round where the installation says so. */
export const fillerId: SQL = sql`(
  select case scorecard_owner when 'am' then coalesce(t.am_id, t.csm_id) else coalesce(t.csm_id, t.am_id) end from settings)`;

/** Whether the viewer works an account `t`, as owner or in an owner's place. */
export function isOwn(ctx: Ctx): SQL {
  const books = workedBooks(ctx);
  return sql`(coalesce(t.csm_id = ${books}, false) or coalesce(t.am_id = ${books}, false))`;
}

/** Whether someone whom the viewer leads owns an account `t`. */
export function isTeams({ actor }: Ctx): SQL {
  const me = actor.kind === "person" ? actor.personId : -1;
  return sql`exists (select from people p where p.id in (t.csm_id, t.am_id) and p.manager_id = ${me})`;
}

/** How the viewer stands to an account `t`: for what they may do about it. */
export function relation(ctx: Ctx): SQL {
  return sql`${isOwn(ctx)} as own, ${isTeams(ctx)} as team`;
}

/** The last day by today on which the card of an account `t` became another person's to fill; null where it never did. */
export const handedOverOn = (ctx: Ctx): SQL => sql`(
  select max(changes.valid_from)::text from (
    select periods.valid_from, periods.filler, lag(periods.filler) over by_day as before, row_number() over by_day as n
    from (
      select o.valid_from, case s.scorecard_owner when 'am' then coalesce(o.am_id, o.csm_id) else coalesce(o.csm_id, o.am_id) end as filler
      from account_owners o, settings s where o.account_id = t.account_id and o.valid_from <= ${ctx.today}
    ) periods window by_day as (order by periods.valid_from)
  ) changes where changes.n > 1 and changes.before is not null and changes.filler is distinct from changes.before)`;

/** The day on which the filler of an account `t` submitted a month that stands so; null while it is open. */
export const lockedOn = (period: Month): SQL => sql`(
  select case when m.reopened_on is null then m.submitted_on::text end from scorecard_months m
  where m.person_id = ${fillerId} and m.period = ${period} order by m.id desc limit 1)`;
