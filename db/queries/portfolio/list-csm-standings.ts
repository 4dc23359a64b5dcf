import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import type { Amount } from "@/db/queries/get-standing";
import { LATE_PLAN, LATE_REVIEW, STALE_CARD, triageWhere } from "@/db/queries/triage-filter";
import type { Ctx } from "@/lib/server/context";
import { findCountedSlice } from "./find-counted-slice";
import { rememberNow } from "./remember-scope";

/** How the accounts of a CSM stand, and what is owed on them; personId null gathers those without one. */
export type CsmStanding = Amount & {
  personId: number | null;
  name: string | null;
  green: number;
  overdueReviews: number;
  staleCards: number;
  unplannedYellows: number;
};
type Counts = Pick<CsmStanding, "personId" | "green" | "staleCards"> & Amount;
type Owed = Pick<CsmStanding, "personId" | "overdueReviews" | "unplannedYellows">;

/** The CSMs of a scope by ARR, most first. */
export async function listCsmStandings(
  ctx: Ctx,
  scope: Pick<PortfolioScope, "book" | "segment">,
): Promise<CsmStanding[]> {
  const counted = await findCountedSlice(ctx, scope);
  const where = triageWhere(ctx, scope);
  const [{ rows: counts }, { rows: owed }, { rows: people }] = await Promise.all([
    counted?.dimension === "all"
      ? ctx.db.execute<Counts>(COUNTED)
      : rememberNow(ctx, scope, "csms", () => ctx.db.execute<Counts>(countedNow(where))),
    // From the breached clocks to their accounts, which are few.
    ctx.db.execute<Owed>(sql`
      select t.csm_id as "personId", count(*) filter (where ${LATE_REVIEW})::int as "overdueReviews",
        count(*) filter (where ${LATE_PLAN})::int as "unplannedYellows"
      from triage t where t.account_id in (select account_id from clocks where breached_on is not null and state = 'breached'
          and kind in ('review', 'plan'))
        and ${where} group by 1`),
    ctx.db.execute<{ personId: number; name: string }>(sql`
      select id as "personId", name from people where id in (select person_id from person_roles)`),
  ]);
  return counts
    .map((row) => ({
      overdueReviews: 0,
      unplannedYellows: 0,
      ...owed.find((other) => other.personId === row.personId),
      ...row,
      name: people.find(({ personId }) => personId === row.personId)?.name ?? null,
    }))
    .sort((a, b) => b.arrCents - a.arrCents || (a.personId ?? 0) - (b.personId ?? 0));
}

const COUNTED = sql`
  select nullif(p.value, '')::int as "personId", sum(p.accounts)::int as accounts, sum(p.arr_cents)::bigint as "arrCents",
    sum(p.without_rate)::int as "withoutRate", coalesce(sum(p.accounts) filter (where p.tone = 3), 0)::int as green,
    coalesce((select accounts from portfolio_tiles s
      where s.dimension = 'csm' and s.value = p.value and s.tile = 'stale_card'), 0) as "staleCards"
  from portfolio_day p where p.day = (select as_of from runs where is_current) and p.dimension = 'csm' group by p.value`;

function countedNow(where: SQL): SQL {
  return sql`
    select t.csm_id as "personId", count(*)::int as accounts, coalesce(sum(t.arr_cents), 0)::bigint as "arrCents",
      (count(*) - count(t.arr_cents))::int as "withoutRate", count(*) filter (where t.tone = 3)::int as green,
      count(*) filter (where ${STALE_CARD})::int as "staleCards"
    from triage t where ${where} group by 1`;
}
