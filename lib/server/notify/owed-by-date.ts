import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";

/** Older than this, what happened is no news: an installation that was off, or history that was computed late, tells nobody. */
export const NEWS_DAYS = 7;
const REMIND_DAYS = 5;
/** A departure is often learnt of late: until a card answers it, it is news for as long as a card's month. */
const LEFT_DAYS = 31;

const insert = "insert into outbox (dedupe_key, kind, payload)";

const OWED = [
  `${insert}
   select format('clock:%s:%s:%s:%s:%s:%s:%s', account_id, kind, key, tone, started_on, plan_id, due_on), 'clock_breached',
     jsonb_build_object('accountId', account_id, 'asOf', breached_on, 'clock', kind, 'text', text, 'dueOn', due_on,
       'severity', severity)
   from clocks where breached_on between $1::date - ${NEWS_DAYS} and $1 and stopped_on is null
     and kind not in ('card', 'next_step')
   on conflict do nothing`,
  `${insert}
   select format('plan:%s:%s', id, due_on), 'plan_overdue',
     jsonb_build_object('accountId', account_id, 'personId', owner_id, 'asOf', $1::text, 'planId', id, 'kind', kind,
       'dueOn', due_on, 'nextStep', next_step)
   from plans where status = 'open' and due_on between $1::date - ${NEWS_DAYS} and $1::date - 1
   on conflict do nothing`,
  `${insert}
   select format('cards:%s:%s', due, filler), 'scorecards_due',
     jsonb_build_object('personId', filler, 'asOf', $1::text, 'count', count(*), 'dueOn', due)
   from (
     select card_due_on as due,
       case (select scorecard_owner from settings) when 'am' then coalesce(am_id, csm_id) else coalesce(csm_id, am_id) end
         as filler
     from triage where card_state <> 'exempt' and card_due_on between $1 and $1::date + ${REMIND_DAYS}) cards
   where filler is not null group by due, filler
   on conflict do nothing`,
  `${insert}
   select format('cards-late:%s:%s:%s', due, filler, told), 'scorecards_due',
     jsonb_strip_nulls(jsonb_build_object('personId', told, 'asOf', $1::text, 'count', n, 'dueOn', due, 'late', true,
       'of', case when told <> filler then name end))
   from (
     select late.due, late.filler, p.name, p.manager_id, count(*) as n
     from (
       select card_due_on as due,
         case (select scorecard_owner from settings) when 'am' then coalesce(am_id, csm_id) else coalesce(csm_id, am_id) end
           as filler
       from triage where card_state <> 'exempt' and card_due_on between $1::date - ${NEWS_DAYS} and $1::date - 1) late
     join people p on p.id = late.filler group by 1, 2, 3, 4) people_late
   cross join lateral (values (filler), (manager_id)) whom (told) where told is not null
   on conflict do nothing`,
  // A champion who left since the last card was given, told once for each; who stays with a date ahead is told when it comes.
  `${insert}
   select format('champion:%s:%s', c.account_id, c.external_id), 'champion_left',
     jsonb_build_object('accountId', c.account_id, 'asOf', $1::text, 'name', c.name, 'leftOn', c.active_to)
   from contacts c join triage t using (account_id)
   where c.role = 'champion' and c.active_to between $1::date - ${LEFT_DAYS} and $1::date and t.card_state <> 'exempt'
     and c.active_to >= coalesce((select go_live_on from settings), '-infinity')
     and c.active_to >= coalesce((select max(submitted_on) from scorecards s
       where s.account_id = c.account_id and s.recorded_as <> 'challenge'), '-infinity')
   on conflict do nothing`,
  `${insert}
   select format('hold:%s', id), 'feed_held',
     jsonb_build_object('asOf', opened_on, 'holdId', id, 'kind', kind, 'subject', subject)
   from holds where released_at is null and opened_on between $1::date - ${NEWS_DAYS} and $1
   on conflict do nothing`,
];

/** Owes what falls due with the day (a late scorecard and a plan's late step are told as such, not as clocks): clocks breached, plans overdue, scorecards due within five days or late (to their managers too), champions who left, data that is held.
 * What was told before is not told again. Returns how much is new. */
export async function oweByDate(client: ClientBase, today: Day): Promise<number> {
  let owed = 0;
  for (const statement of OWED) owed += (await client.query(statement, [today])).rowCount ?? 0;
  return owed;
}
