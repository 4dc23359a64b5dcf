import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { type AgendaWhat, agendaOf, agendaWhat } from "@/lib/core/playbook/agenda";
import { CASE_ASKED_DAYS, caseDue } from "@/lib/core/playbook/case-review";
import type { Ctx } from "@/lib/server/context";
import { coveredName } from "@/lib/server/covered-name";
import { visibleAccounts } from "@/lib/server/visible-accounts";
import { workedBooks } from "@/lib/server/worked-books";
import { readerOf } from "./plan-row";

/** A review that is due, planned or held, or a decision that is due. */
export type AgendaRow = {
  accountId: number;
  slug: string;
  name: string;
  /** 0 no score, 1 red, 2 yellow, 3 green. */
  tone: number;
  band: string | null;
  what: AgendaWhat;
  on: Day;
  /** By when a clock asks for it; null where none does. */
  dueOn: Day | null;
  isHeld: boolean;
  reviewId: number | null;
  clockId: number | null;
  /** What the clock says, or what was written down. */
  words: string | null;
  verdict: string | null;
  who: string | null;
  own: boolean;
  team: boolean;
};

export type AgendaFilter = { book: "me" | "team" | "all"; from: Day | null; until: Day };
type Row = Omit<AgendaRow, "dueOn" | "what"> & { what: AgendaWhat; kind: string; key: string };

type Lost = Omit<Row, "kind" | "key" | "what" | "words"> & { loss: "churned" | "downsold"; decidedOn: Day };

/** A loss is to be reviewed within so many days of the decision. */
const LOSS_REVIEW_DAYS = 14;
/** The most lines of a kind that are read at once. */
export const MOST_LINES = 400;

/** What is due or planned up to a day, from a day (null: with all that is late), in order of days. */
export async function listAgenda(ctx: Ctx, filter: AgendaFilter): Promise<AgendaRow[]> {
  const [{ rows: due }, { rows: lost }, { rows: planned }] = await Promise.all([
    ctx.db.execute<Row>(sql`
      select ${faceOf(ctx)}, c.kind, c.key, c.due_on as "on", false as "isHeld", null::int as "reviewId", c.id as "clockId",
        c.text as words, null as verdict, ${whoOf(ctx)} as who
      from clocks c join triage t on t.account_id = c.account_id ${OWNERS}
      where c.kind in ('review', 'audit', 'decision', 'fall', 'improvement') and c.state in ('running', 'breached')
        and (c.kind <> 'improvement' or (c.state = 'breached' and not exists (select from reviews r
          where r.account_id = c.account_id and r.kind = 'executive' and r.held_on >= c.breached_on))) and ${within(sql`c.due_on`, filter)}
        and ${bookCondition(ctx, filter.book, sql`c.owner_role in ('manager', 'sponsor')`)} and ${visibleAccounts(ctx, sql`t.account_id`)}
      order by c.due_on, c.id limit ${MOST_LINES}`),
    ctx.db.execute<Lost>(sql`
      select ${faceOf(ctx)}, o.kind as loss, o.decided_on as "decidedOn", o.decided_on + ${LOSS_REVIEW_DAYS}::int as "on",
        false as "isHeld", null::int as "reviewId", null::int as "clockId", null as verdict, coalesce(${coveredName(ctx, sql`am`)}, lead.name) as who
      from (${LOSSES}) o join lateral (${LAST_FACE}) t on true ${OWNERS}
      where o.decided_on between ${ctx.today}::date - ${CASE_ASKED_DAYS.loss}::int and ${ctx.today}::date
        and o.decided_on >= coalesce((select go_live_on from settings), o.decided_on)
        and not exists (select from reviews r where r.account_id = o.account_id and r.kind = 'loss' and r.held_on >= o.decided_on)
        and ${within(sql`o.decided_on + ${LOSS_REVIEW_DAYS}::int`, filter)} and ${visibleAccounts(ctx, sql`o.account_id`)}
        and ${bookCondition(ctx, filter.book, sql`t.am_id is null`, isOwnAm(ctx))}
      order by o.decided_on, o.account_id limit ${MOST_LINES}`),
    ctx.db.execute<Row>(sql`
      select ${faceOf(ctx)}, 'review' as kind, '' as key, r.kind as what, r.planned_on as "on", false as "isHeld", r.id as "reviewId",
        null::int as "clockId", nullif(r.note, '') as words, null as verdict, o.name as who
      from reviews r join triage t on t.account_id = r.account_id ${OWNERS} left join people o on o.id = r.owner_id
      where r.held_on is null and ${within(sql`r.planned_on`, filter)}
        and ${bookCondition(ctx, filter.book, sql`r.owner_id = ${readerOf(ctx)}`)} and ${visibleAccounts(ctx, sql`t.account_id`)}
      order by r.planned_on, r.id limit ${MOST_LINES}`),
  ]);
  const asked = due.flatMap((row) => {
    const what = agendaWhat(row);
    return what ? [{ ...row, what }] : [];
  });
  const losses = lost.flatMap(({ loss, decidedOn, ...row }) => {
    const lost = { kind: loss, decidedOn };
    const asks = caseDue({ lost, turnedGreenOn: null, lossReviewedOn: null, saveReviewedOn: null }, ctx.today);
    return asks ? [{ ...row, kind: "loss", key: "loss", what: "loss" as const, words: asks.words }] : [];
  });
  return agendaOf(planned, [...asked, ...losses]).map(({ kind: _kind, key: _key, ...row }) => row);
}

/** Reviews held between two days, the newest first. */
export async function listHeldReviews(
  ctx: Ctx,
  { book, from, until }: AgendaFilter & { from: Day },
): Promise<AgendaRow[]> {
  const { rows } = await ctx.db.execute<AgendaRow>(sql`
    select ${faceOf(ctx)}, r.kind as what, r.held_on as "on", null::date as "dueOn", true as "isHeld", r.id as "reviewId",
      null::int as "clockId", nullif(r.note, '') as words, r.verdict, o.name as who
    from reviews r join triage t on t.account_id = r.account_id ${OWNERS} left join people o on o.id = r.owner_id
    where r.held_on between ${from}::date and ${until}::date and ${visibleAccounts(ctx, sql`t.account_id`)}
      and ${bookCondition(ctx, book, sql`r.owner_id = ${readerOf(ctx)}`)}
    order by r.held_on desc, r.id desc limit ${MOST_LINES}`);
  return rows;
}

const OWNERS = sql`left join people csm on csm.id = t.csm_id left join people am on am.id = t.am_id
  left join people lead on lead.id = coalesce(csm.manager_id, am.manager_id)`;

/** The last loss of each account, and how the account stands: of one that has left the book, who owned it last. */
const LOSSES = sql`select distinct on (account_id) account_id, kind, decided_on from outcomes
  where kind in ('churned', 'downsold') order by account_id, decided_on desc, external_id`;
const LAST_FACE = sql`select a.id as account_id, a.slug, a.name, coalesce(q.tone, 0) as tone, q.band, w.csm_id, w.am_id
  from accounts a left join triage q on q.account_id = a.id
  left join lateral (select csm_id, am_id from account_owners where account_id = a.id order by valid_from desc limit 1) w on true
  where a.id = o.account_id`;

/** Who owes what a clock asks for: the owner in that role or who stands in, a manager where it is leadership's. */
function whoOf(ctx: Ctx): SQL {
  return sql`case c.owner_role when 'csm' then ${coveredName(ctx, sql`csm`)} when 'am' then ${coveredName(ctx, sql`am`)}
    when 'manager' then lead.name else concat_ws(', ', initcap(c.owner_role), lead.name) end`;
}

function faceOf(ctx: Ctx): SQL {
  const me = readerOf(ctx);
  return sql`t.account_id as "accountId", t.slug, t.name, t.tone::int as tone, t.band,
    ${isOwn(ctx)} as own, coalesce(${me} in (csm.manager_id, am.manager_id), false) as team`;
}

function within(column: SQL, { from, until }: AgendaFilter): SQL {
  return from === null ? sql`${column} <= ${until}::date` : sql`${column} between ${from}::date and ${until}::date`;
}

/** Whether the account is the reader's to work on, in their own book or one they stand in for. */
function isOwn(ctx: Ctx): SQL {
  return sql`coalesce(t.csm_id = ${workedBooks(ctx)} or t.am_id = ${workedBooks(ctx)}, false)`;
}

/** A loss is reviewed by the AM, who records outcomes. */
function isOwnAm(ctx: Ctx): SQL {
  return sql`coalesce(t.am_id = ${workedBooks(ctx)}, false)`;
}

/** One's own: of one's accounts, or what a manager of theirs owes. */
function bookCondition(ctx: Ctx, book: AgendaFilter["book"], owed: SQL, own = isOwn(ctx)): SQL {
  const me = readerOf(ctx);
  if (book === "all") return sql`true`;
  const leads = sql`${me} in (csm.manager_id, am.manager_id)`;
  return book === "team" ? leads : sql`(${own} or (${leads} and ${owed}))`;
}
