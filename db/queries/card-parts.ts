import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

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

/** Whether the viewer owns an account `t`, and whether someone whom they lead does. */
export function relation(ctx: Ctx): SQL {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  return sql`coalesce(${me} in (t.csm_id, t.am_id), false) as own,
    exists (select from people p where p.id in (t.csm_id, t.am_id) and p.manager_id = ${me}) as team`;
}
