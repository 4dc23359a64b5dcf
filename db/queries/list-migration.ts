import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { type TriageFilter, triageWhere } from "./triage-filter";

/** Where an account stood at the start and the end: tone 0–3, or null where it was not in the book. */
export type Move = {
  fromTone: number | null;
  toTone: number | null;
  /** The two days were scored by different model versions. */
  rescored: boolean;
  accounts: number;
  arrCents: number;
};
export type Migration = { from: Day | null; to: Day | null; moves: Move[] };

/** How accounts moved between the last scored days on or before two dates: moved, joined (no start), left (no end); moves
 * across a change of model are told apart. ARR is the end's, or the start's for those that left. */
export async function listMigration(ctx: Ctx, filter: TriageFilter, from: Day, to: Day): Promise<Migration> {
  const [start, end] = await Promise.all([scoredDay(ctx, from), scoredDay(ctx, to)]);
  if (!start || !end) return { from: start, to: end, moves: [] };
  const { rows } = await ctx.db.execute<Move>(sql`
    select "fromTone", "toTone", rescored, count(*)::int as accounts, coalesce(sum("arrCents"), 0)::bigint as "arrCents"
    from (${movedAccounts(ctx, filter, start, end)}) moved
    group by 1, 2, 3 order by 1 desc nulls last, 2 desc nulls last, 3`);
  return { from: start, to: end, moves: rows };
}

/** The accounts of one cell of the migration. */
export async function listMovedAccountIds(
  ctx: Ctx,
  filter: TriageFilter,
  between: { from: Day; to: Day },
  cell: { fromTone: number | null; toTone: number | null },
): Promise<number[]> {
  const [start, end] = await Promise.all([scoredDay(ctx, between.from), scoredDay(ctx, between.to)]);
  if (!start || !end) return [];
  const { rows } = await ctx.db.execute<{ accountId: number }>(sql`
    select "accountId" from (${movedAccounts(ctx, filter, start, end)}) moved
    where "fromTone" is not distinct from ${cell.fromTone}::int and "toTone" is not distinct from ${cell.toTone}::int`);
  return rows.map(({ accountId }) => accountId);
}

async function scoredDay(ctx: Ctx, day: Day): Promise<Day | null> {
  const { rows } = await ctx.db.execute<{ day: Day | null }>(
    sql`select max(day) as day from portfolio_day where dimension = 'all' and day between ${day}::date - 31 and ${day}::date`,
  );
  return rows[0]?.day ?? null;
}

/** One row an account that was in the book on either day and passes the filter by its owners and segment at the end,
 * or, where it left, at the start. */
function movedAccounts(ctx: Ctx, filter: TriageFilter, start: Day, end: Day): SQL {
  return sql`
    select t.account_id as "accountId", s.health_tone_code as "fromTone", e.health_tone_code as "toTone",
      coalesce(s.model_version <> e.model_version, false) as rescored, coalesce(ed.arr_cents, sd.arr_cents) as "arrCents"
    from (select account_id, model_version, coalesce(health_tone, 0)::int as health_tone_code from health_day where day = ${start}) s
    full join (select account_id, model_version, coalesce(health_tone, 0)::int as health_tone_code from health_day where day = ${end}) e
      using (account_id)
    join lateral (
      select a.id as account_id, a.name, owner.csm_id, owner.am_id, dated.segment
      from accounts a
      left join lateral (
        select csm_id, am_id from account_owners o where o.account_id = a.id and o.valid_from <= ${end} order by valid_from desc limit 1
      ) owner on true
      left join lateral (
        select segment from account_attributes d where d.account_id = a.id and d.valid_from <= ${end} order by valid_from desc limit 1
      ) dated on true
      where a.id = account_id
    ) t on true
    left join account_day sd on sd.account_id = t.account_id and sd.day = ${start}
    left join account_day ed on ed.account_id = t.account_id and ed.day = ${end} and e.account_id is not null
    where ${triageWhere(ctx, { book: filter.book, segment: filter.segment })}`;
}
