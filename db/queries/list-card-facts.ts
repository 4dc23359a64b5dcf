import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { CardFacts } from "@/lib/core/scorecard/card-facts";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

const NOTE_LENGTH = 240;

/** What happened at accounts after a day and until today, and the last three notes of each, whenever they were written. */
export async function listCardFacts(ctx: Ctx, accountIds: readonly number[], since: Day): Promise<CardFacts[]> {
  const within = (column: string) => sql.raw(`${column}::date`);
  const after = (column: string) => sql`${within(column)} > ${since}::date and ${within(column)} <= ${ctx.today}::date`;
  const { rows } = await ctx.db.execute<CardFacts>(sql`
    select a.id as "accountId",
      (select coalesce(jsonb_agg(jsonb_build_object('text', left(n.text, ${NOTE_LENGTH}), 'by', n.name, 'on', n.created_at::date)
          order by n.created_at desc), '[]')
        from (select notes.text, people.name, notes.created_at from notes left join people on people.id = notes.author_id
          where notes.account_id = a.id order by notes.created_at desc limit 3) n) as notes,
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'role', role, 'on', active_to) order by active_to), '[]')
        from contacts where contacts.account_id = a.id and role in ('champion', 'sponsor', 'economic_buyer')
          and ${after("active_to")}) as left,
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'role', role, 'on', active_from) order by active_from), '[]')
        from contacts where contacts.account_id = a.id and role in ('champion', 'sponsor', 'economic_buyer')
          and ${after("active_from")}) as joined,
      touched.meetings, touched."lastTouchOn", touched."lastExecutiveOn", opened.tickets, opened."urgentTickets",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'on', at::date) order by at desc), '[]')
        from events where events.account_id = a.id and ${after("at")}) as events
    from accounts a
    cross join lateral (
      select count(*) filter (where two_way and ${after("at")})::int as meetings,
        max(at::date) filter (where two_way)::text as "lastTouchOn",
        max(at::date) filter (where with_executive)::text as "lastExecutiveOn"
      from touchpoints where touchpoints.account_id = a.id and at::date <= ${ctx.today}::date) touched
    cross join lateral (
      select count(*)::int as tickets, count(*) filter (where severity in ('critical', 'high'))::int as "urgentTickets"
      from tickets where tickets.account_id = a.id and ${after("opened_at")}) opened
    where a.id in (select jsonb_array_elements_text(${JSON.stringify(accountIds)}::jsonb)::int)
      and ${visibleAccounts(ctx, sql`a.id`)}`);
  return rows;
}
