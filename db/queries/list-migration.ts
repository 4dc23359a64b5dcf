import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { accountsOn, findScoredDay } from "./accounts-on";
import type { PortfolioScope } from "./get-portfolio-scope";
import { rememberScope } from "./portfolio/remember-scope";

type Scope = Pick<PortfolioScope, "book" | "segment">;

/** Accounts that went from one place to another. A place is a tone (0–3), OUT or ELSEWHERE. */
export type Move = {
  from: number;
  to: number;
  /** The two days were scored by different model versions. */
  rescored: boolean;
  accounts: number;
  fromArrCents: number;
  toArrCents: number;
  /** Accounts whose ARR has no exchange rate, at the start and at the end. */
  fromWithoutRate: number;
  toWithoutRate: number;
};
export type Migration = { from: Day | null; to: Day | null; moves: Move[] };

/** Not in the book on the day. */
export const OUT = -1;
/** In the book on the day, but under another owner or segment. */
export const ELSEWHERE = -2;

/** How accounts moved between the last scored days on or before two dates. The places of the start add up to the
 * head-count and ARR of the scope on the first day, those of the end to the second day's. */
export async function listMigration(ctx: Ctx, scope: Scope, from: Day, to: Day): Promise<Migration> {
  const [start, end] = await Promise.all([findScoredDay(ctx, from), findScoredDay(ctx, to)]);
  if (!start || !end) return { from: start, to: end, moves: [] };
  const moves = await rememberScope(ctx, scope, ["moves", start, end], () => movesOf(ctx, scope, start, end));
  return { from: start, to: end, moves };
}

async function movesOf(ctx: Ctx, scope: Scope, start: Day, end: Day): Promise<Move[]> {
  const { rows } = await ctx.db.execute<Move>(sql`
    select from_place as "from", to_place as "to", rescored, count(*)::int as accounts,
      coalesce(sum(from_arr_cents), 0)::bigint as "fromArrCents", coalesce(sum(to_arr_cents), 0)::bigint as "toArrCents",
      (count(*) filter (where from_place >= 0 and from_arr_cents is null))::int as "fromWithoutRate",
      (count(*) filter (where to_place >= 0 and to_arr_cents is null))::int as "toWithoutRate"
    from (${movesBetween(ctx, scope, start, end)}) moved
    group by 1, 2, 3 order by 1 desc, 2 desc, 3`);
  return rows;
}

/** One row an account that was in the scope on either day: where it stood at both, and what it was worth. */
export function movesBetween(ctx: Ctx, scope: Scope, start: Day, end: Day, { named = false } = {}): SQL {
  const otherwise = (day: Day) => sql`case
    when exists (select from health_day h where h.account_id = moved.account_id and h.day = ${day}) then ${ELSEWHERE}::int
    else ${OUT}::int end`;
  return sql`
    select moved.*, coalesce(start_tone, ${otherwise(start)}) as from_place, coalesce(end_tone, ${otherwise(end)}) as to_place
    from (
      select account_id, s.tone as start_tone, e.tone as end_tone,
        coalesce(s.scoring_version <> e.scoring_version, false) as rescored,
        s.arr_cents as from_arr_cents, e.arr_cents as to_arr_cents,
        case when e.tone is null then s.arr_cents else e.arr_cents end as arr_cents,
        coalesce(e.tone, s.tone) as tone, coalesce(e.score_tone, s.score_tone) as score_tone,
        coalesce(e.people_tone, s.people_tone) as people_tone, coalesce(e.health, s.health) as health,
        coalesce(e.score, s.score) as score,
        case when e.tone is null then s.csm_id else e.csm_id end as csm_id,
        case when e.tone is null then s.am_id else e.am_id end as am_id,
        case when e.tone is null then s.segment else e.segment end as segment
      from (${accountsOn(ctx, scope, start, { named })}) s full join (${accountsOn(ctx, scope, end, { named })}) e using (account_id)
    ) moved`;
}
