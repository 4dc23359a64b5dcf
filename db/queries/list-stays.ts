import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Stay } from "@/lib/core/playbook/stay";
import type { Ctx } from "@/lib/server/context";
import { everOwned } from "./accounts-on";
import { outcomeWithin } from "./outcome-within";
import { type TriageFilter, triageWhere } from "./triage-filter";

export type StayRow = Stay & {
  slug: string;
  name: string;
  planId: number | null;
  planKind: "action" | "recovery" | null;
  goal: string | null;
  result: string | null;
  /** Whether the day it entered is known by a replayed week alone. */
  replayed: boolean;
};

/** How far before a period a band is looked for: history is kept weekly, and data may have been insufficient for a while. */
const LOOKBACK_DAYS = 45;

/** Stays below green that began in a period, oldest first, by the owners and segment of the day they began. A band counts once it
 * has held for 3 days, and leaving red for less than 14 does not end a stay; an account new to the book enters on its first day. What a
 * new model alone moved began no stay. */
export async function listStays(
  ctx: Ctx,
  scope: Pick<TriageFilter, "book" | "segment" | "accountIds">,
  { from, to }: { from: Day; to: Day },
): Promise<StayRow[]> {
  const { rows } = await ctx.db.execute<StayRow>(sql`
    with ${spellsBetween(ctx, scope, from)}, stays as (
      select s.*, a.slug, a.name, d.arr_cents, owner.csm_id, owner.am_id, dated.segment
      from spells s
      join accounts a on a.id = s.account_id
      left join account_day d on d.account_id = s.account_id and d.day = s.entered_on
      left join lateral (select csm_id, am_id from account_owners o where o.account_id = s.account_id
        and o.valid_from <= s.entered_on order by o.valid_from desc limit 1) owner on true
      left join lateral (select segment from account_attributes v where v.account_id = s.account_id
        and v.valid_from <= s.entered_on order by v.valid_from desc limit 1) dated on true
      where s.tone in (1, 2) and s.entered_on between ${from} and ${to}
        and case when s.before is not null then not s.rescored else s.entered_on > (select min(day) + 7 from portfolio_day where dimension = 'all') end
    )
    select t.account_id as "accountId", t.slug, t.name, ${toneOf(sql`t.tone`)} as tone, t.entered_on as "enteredOn",
      t.left_on as "leftOn", ${toneOf(sql`t.next_tone`)} as "nextTone", t.segment, t.arr_cents as "arrCents", t.health, t.score,
      t.replayed, earlier.health as "healthBefore",
      plan.id as "planId", case when plan.id is not null then greatest(0, plan.opened_on - t.entered_on) end as "planAfter", plan.kind as "planKind", plan.cause, plan.play,
      plan.goal, plan.result,
      ${toneOf(sql`later.tone`)} as "toneAfter", later.score as "scoreAfter",
      ${outcomeWithin(ctx, { account: sql`t.account_id`, since: sql`t.entered_on` }, ["renewed", "expanded"])} as renewed, ${outcomeWithin(ctx, { account: sql`t.account_id`, since: sql`t.entered_on` }, ["churned"])} as lost
    from stays t
    left join lateral (select h.health from health_day h where h.account_id = t.account_id and h.health_tone is not null
      and h.day between t.entered_on - 36 and t.entered_on - 30 order by h.day desc limit 1) earlier on true
    left join lateral (select h.health_tone as tone, h.score from health_day h where h.account_id = t.account_id
      and t.entered_on + 90 <= ${ctx.today}::date
      and h.day between t.entered_on + 84 and t.entered_on + 90 order by h.day desc limit 1) later on true
    left join lateral (select p.* from plans p where p.account_id = t.account_id and p.opened_on <= ${ctx.today}::date
      and p.opened_on < coalesce(t.left_on, 'infinity') and (p.closed_on is null or p.closed_on > t.entered_on)
      and p.result is distinct from 'Taken back' order by p.opened_on, p.id limit 1) plan on true
    where ${triageWhere(ctx, scope)}
    order by t.entered_on, t.account_id`);
  return rows;
}

/** `spells (account_id, tone, entered_on, left_on, next_tone, before, rescored, health, score, replayed)`: bands that held. */
function spellsBetween(ctx: Ctx, { book, accountIds }: Pick<TriageFilter, "book" | "accountIds">, from: Day): SQL {
  const some = accountIds ? sql` and h.account_id = any(${`{${accountIds.join(",")}}`}::int[])` : sql``;
  return sql`
    points as (
      select account_id, day, health_tone as tone, health, score, replayed, lag(health_tone) over w as before,
        v.scoring_version is distinct from lag(v.scoring_version) over w as rescored
      from health_day h join model_versions v on v.version = h.model_version where ${everOwned(ctx, book)}${some} and health_tone is not null and day between ${from}::date - ${LOOKBACK_DAYS}::int and ${ctx.today}::date
      window w as (partition by account_id order by day)
    ), moves as (
      select *, lead(day) over w - day as days, lag(tone) over w as was, lead(tone) over w as becomes
      from points where tone is distinct from before window w as (partition by account_id order by day)
    ), held as (
      select *, lag(tone) over w as earlier_tone from moves
      where (days is null or days >= 3) and not coalesce(was = 1 and becomes = 1 and days < 14, false)
      window w as (partition by account_id order by day)
    ), spells as (
      select account_id, tone, day as entered_on, health, score, replayed, earlier_tone as before, rescored,
        lead(day) over w as left_on, lead(tone) over w as next_tone
      from held where tone is distinct from earlier_tone window w as (partition by account_id order by day)
    )`;
}

function toneOf(code: SQL): SQL {
  return sql`(array['red', 'yellow', 'green'])[${code}]`;
}
