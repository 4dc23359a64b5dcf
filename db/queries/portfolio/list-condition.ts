import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { LIST_DAYS, LIST_POINTS, type ListKey } from "@/lib/core/portfolio/lists";
import type { Ctx } from "@/lib/server/context";

/** The day by which the running term had to be decided, of `triage t`: where it is locked in, its end less the longest notice. */
export const DECIDE_BY = sql`coalesce(t.decide_by, t.ends_on - coalesce((select max(c.notice_days) from contracts c
  where c.account_id = t.account_id and c.auto_renew), 0))`;

/** The contacts who could be asked for a reference, of `triage t`: name and role. */
export function referenceContacts({ today }: Ctx): SQL {
  return sql`
    select c.name, c.role from contacts c
    where c.account_id = t.account_id and c.role in ('champion', 'sponsor') and c.referenceable
      and c.active_from <= ${today}::date and (c.active_to is null or c.active_to > ${today}::date)
      and (c.last_asked_on is null or c.last_asked_on < ${today}::date - ${LIST_DAYS.asked}::int)
      and (select s.score from surveys s
        where s.account_id = t.account_id and s.kind = 'nps' and s.contact_role = c.role
          and s.at >= ${today}::date - ${LIST_DAYS.promoter}::int and s.at < ${today}::date + 1
        order by s.at desc, s.external_id limit 1) >= ${LIST_POINTS.promoter}`;
}

/** The condition of a list over `triage t`. Expansion candidates are found otherwise (listExpansion). */
export function listCondition(ctx: Ctx, list: Exclude<ListKey, "expansion">): SQL {
  const ago = (days: number) => sql`${ctx.today}::date - ${days}::int`;
  switch (list) {
    case "audit":
      return sql`t.tone = 3 and t.band_since <= ${ago(LIST_DAYS.audit)}`;
    case "red":
      return sql`t.tone = 1 and t.band_since <= ${ago(LIST_DAYS.red)}`;
    case "falling":
      return sql`t.tone = 3 and round(t.delta_30::numeric, 6) <= ${-LIST_POINTS.fall}`;
    case "unconfirmed":
      return sql`t.card_state in ('expired', 'none')`;
    case "renewals":
      return sql`t.decide_by between ${ctx.today}::date and ${ctx.today}::date + ${LIST_DAYS.ahead}::int`;
    case "undecided":
      return sql`${DECIDE_BY} < ${ctx.today}::date and not exists (select from outcomes o
        where o.account_id = t.account_id and o.decided_on >= ${DECIDE_BY} - ${LIST_DAYS.outcome}::int
          and o.decided_on <= ${ctx.today}::date)`;
    case "references":
      return sql`t.tone = 3 and exists (${referenceContacts(ctx)})`;
  }
}
