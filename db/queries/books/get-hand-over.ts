import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type HandOverAccount = {
  accountId: number;
  slug: string;
  name: string;
  segment: string | null;
  tone: number;
  band: string | null;
  health: number | null;
  arrCents: number | null;
  decideBy: Day | null;
  reasons: string[];
  plans: { kind: "action" | "recovery"; goal: string | null; nextStep: string | null; dueOn: Day | null }[];
  clocks: { text: string; dueOn: Day; state: string }[];
  notes: { on: Day; author: string | null; text: string }[];
  contacts: { name: string; role: string; title: string | null }[];
};

/** `left`: how many more the book names that are no customers now. */
export type HandOver = { name: string; accounts: HandOverAccount[]; left: number };

const NOTES = 3;
const CONTACTS = 5;

/** What whoever takes over a person's book needs to know: its accounts by priority with why, what is open, what was said last, and
 * whom to speak to. Only accounts that the reader sees. */
export async function getHandOver(ctx: Ctx, personId: number): Promise<HandOver> {
  await authorize(ctx, "account:read");
  const people = await ctx.db.execute<{ name: string }>(sql`select name from people where id = ${personId}`);
  const [person] = people.rows;
  if (!person) throw new AppError("not_found", "There is no such person.");
  const { rows } = await ctx.db.execute<HandOverAccount>(sql`
    select t.account_id as "accountId", t.slug, t.name, t.segment, t.tone::int as tone, t.band, t.health,
      t.arr_cents as "arrCents", t.decide_by as "decideBy",
      array(select r->>'text' from jsonb_array_elements(t.reasons) r) as reasons,
      coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'goal', p.goal, 'nextStep', p.next_step, 'dueOn', p.due_on)
        order by p.due_on, p.id) from plans p where p.account_id = t.account_id and p.status = 'open'), '[]') as plans,
      coalesce((select jsonb_agg(jsonb_build_object('text', c.text, 'dueOn', c.due_on, 'state', c.state) order by c.due_on, c.id)
        from clocks c where c.account_id = t.account_id and c.state <> 'stopped' and c.text <> ''), '[]') as clocks,
      coalesce((select jsonb_agg(jsonb_build_object('on', n.created_at::date, 'author', n.author, 'text', n.text)) from (
        select n.created_at, n.text, a.name as author from notes n left join people a on a.id = n.author_id
        where n.account_id = t.account_id order by n.created_at desc, n.id desc limit ${NOTES}) n), '[]') as notes,
      coalesce((select jsonb_agg(jsonb_build_object('name', c.name, 'role', c.role, 'title', c.title)) from (
        select name, role, title from contacts c where c.account_id = t.account_id and c.name is not null
          and c.active_from <= ${ctx.today} and coalesce(c.active_to, 'infinity') >= ${ctx.today}
        order by array_position(array['champion', 'sponsor', 'economic_buyer'], c.role) nulls last, c.name limit ${CONTACTS}) c),
        '[]') as contacts
    from triage t where ${personId} in (t.csm_id, t.am_id) and ${visibleAccounts(ctx, sql`t.account_id`)}
    order by t.priority desc, t.account_id`);
  const others = await ctx.db.execute<{ left: number }>(sql`
    select count(*)::int as left from (
      select distinct on (account_id) account_id, csm_id, am_id from account_owners
      where valid_from <= ${ctx.today} order by account_id, valid_from desc) o
    where ${personId} in (o.csm_id, o.am_id) and not exists (select from triage t where t.account_id = o.account_id)
      and ${visibleAccounts(ctx, sql`o.account_id`)}`);
  return { name: person.name, accounts: rows, left: others.rows[0]?.left ?? 0 };
}
