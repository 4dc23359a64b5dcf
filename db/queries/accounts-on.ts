import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { workedBooks } from "@/lib/server/worked-books";
import type { PortfolioScope } from "./get-portfolio-scope";
import { type Book, triageWhere } from "./triage-filter";

type Scope = Pick<PortfolioScope, "book" | "segment">;

/** The accounts of a scope as they stood on a scored day, by the owners and segment of that day; those
 * are looked up where the scope asks for them, or a list names them. */
export function accountsOn(ctx: Ctx, scope: Scope, day: Day, { named = false } = {}): SQL {
  const date = sql`${day}::date`;
  return sql`
    select t.* from (
      select h.account_id, coalesce(h.health_tone, 0)::int as tone, coalesce(h.score_tone, 0)::int as score_tone,
        coalesce(h.people_tone, 0)::int as people_tone, h.health, h.score, v.scoring_version, d.arr_cents,
        owner.csm_id, owner.am_id, dated.segment
      from health_day h
      join model_versions v on v.version = h.model_version
      left join account_day d on d.account_id = h.account_id and d.day = ${date}
      left join lateral (${named || scope.book !== "all" ? ownersOn(date) : NO_OWNERS}) owner on true
      left join lateral (${named || scope.segment ? segmentOn(date) : NO_SEGMENT}) dated on true
      where h.day = ${date} and ${everOwned(ctx, scope.book)}
    ) t where ${triageWhere(ctx, { book: scope.book, segment: scope.segment })}`;
}

const NO_OWNERS = sql`select null::int as csm_id, null::int as am_id`;
const NO_SEGMENT = sql`select null::text as segment`;

function ownersOn(date: SQL): SQL {
  return sql`
    select csm_id, am_id from account_owners o
    where o.account_id = h.account_id and o.valid_from <= ${date} order by o.valid_from desc limit 1`;
}

function segmentOn(date: SQL): SQL {
  return sql`
    select segment from account_attributes v
    where v.account_id = h.account_id and v.valid_from <= ${date} order by v.valid_from desc limit 1`;
}

/** Narrows a book by index before its owners on the day are looked up: only accounts that its people ever owned. */
export function everOwned(ctx: Ctx, book: Book): SQL {
  if (book === "all" || book === "none") return sql`true`;
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const people =
    book === "team"
      ? sql`in (select id from people where manager_id = ${me})`
      : sql`= ${book === "me" ? workedBooks(ctx) : book}`;
  return sql`h.account_id in (select account_id from account_owners where csm_id ${people} or am_id ${people})`;
}

/** The last scored day on or before a day, at most so many days earlier. */
export async function findScoredDay(ctx: Ctx, day: Day, within = 31): Promise<Day | null> {
  const { rows } = await ctx.db.execute<{ day: Day | null }>(sql`
    select max(day) as day from portfolio_day
    where dimension = 'all' and day between ${day}::date - ${within}::int and ${day}::date`);
  return rows[0]?.day ?? null;
}
