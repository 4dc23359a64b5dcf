import "server-only";
import { sql } from "drizzle-orm";
import { addDays, type Day } from "@/lib/core/calendar";
import type { AgendaWhat } from "@/lib/core/playbook/agenda";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { workedBooks } from "@/lib/server/worked-books";
import { listAgenda } from "./list-agenda";
import { readerOf } from "./plan-row";

/** A day in a person's calendar, under an id that stays when the day moves. */
export type CalendarEntry = {
  uid: string;
  on: Day;
  kind: AgendaWhat | "plan" | "decide_by";
  name: string;
  slug: string;
  words: string | null;
};

const BACK_DAYS = 90;
const AHEAD_DAYS = 400;

/** What a person's own work asks for on which day: reviews, decisions, plans' next steps, and by when customers decide. */
export async function listCalendar(ctx: Ctx): Promise<CalendarEntry[]> {
  const [from, until] = [addDays(ctx.today, -BACK_DAYS), addDays(ctx.today, AHEAD_DAYS)];
  const me = readerOf(ctx);
  const own = sql`(t.csm_id = ${workedBooks(ctx)} or t.am_id = ${workedBooks(ctx)})`;
  const [agenda, { rows: dated }] = await Promise.all([
    listAgenda(ctx, { book: "me", from, until }),
    ctx.db.execute<CalendarEntry>(sql`
      select 'plan-' || p.id as uid, p.due_on as "on", 'plan' as kind, a.name, a.slug, p.next_step as words
      from plans p join accounts a on a.id = p.account_id left join triage t on t.account_id = a.id
      where p.status = 'open' and p.due_on between ${from}::date and ${until}::date and (p.owner_id = ${me} or ${own})
        and ${visibleAccounts(ctx, sql`a.id`)}
      union all
      select 'decide-by-' || t.account_id, t.decide_by, 'decide_by', t.name, t.slug, null from triage t
      where t.decide_by between ${from}::date and ${until}::date and ${own}
        and ${visibleAccounts(ctx, sql`t.account_id`)}
      order by "on", uid`),
  ]);
  const held = agenda.map(({ accountId, reviewId, clockId, on, what, name, slug, words }) => ({
    uid: reviewId !== null ? `review-${reviewId}` : clockId !== null ? `clock-${clockId}` : `${what}-${accountId}`,
    ...{ on, kind: what, name, slug, words },
  }));
  return [...held, ...dated];
}

/** Whether the reader has a calendar feed. */
export async function findCalendarFeed(ctx: Ctx): Promise<{ isOn: boolean }> {
  const { rows } = await ctx.db.execute(
    sql`select from preferences where person_id = ${readerOf(ctx)} and ical_token is not null`,
  );
  return { isOn: rows.length > 0 };
}
