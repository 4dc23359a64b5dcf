import "server-only";
import { sql } from "drizzle-orm";
import { findScoredDay } from "@/db/queries/accounts-on";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import { ELSEWHERE, movesBetween } from "@/db/queries/list-migration";
import type { Day } from "@/lib/core/calendar";
import { type BookChange, type BookPlace, bookChange } from "@/lib/core/portfolio/book-change";
import type { Ctx } from "@/lib/server/context";
import { explainMany } from "@/lib/server/run/explain-many";
import { readWhole } from "@/lib/server/run/read-whole";
import { rememberScope } from "./remember-scope";

type Scope = Pick<PortfolioScope, "book" | "segment">;
type Row = { accountId: number; from: number; to: number; healthThen: number | null; healthNow: number | null };
/** Every account is read and scored on both days: beyond this many only part of a book is explained at once. */
const MOST_ACCOUNTS = 5000;
export type ExplainedBook = { from: Day; to: Day; change: BookChange };

/** What moved the average health of a scope between the last scored days on or before two dates; null where it cannot be
 * compared, "too_many" where the scope is too large. */
export async function getBookChange(
  ctx: Ctx,
  scope: Scope,
  from: Day,
  to: Day,
): Promise<ExplainedBook | "too_many" | null> {
  const [start, end] = await Promise.all([findScoredDay(ctx, from), findScoredDay(ctx, to)]);
  if (!start || !end || start >= end) return null;
  return rememberScope(ctx, scope, ["change", start, end], () => changeOf(ctx, scope, start, end));
}

async function changeOf(ctx: Ctx, scope: Scope, start: Day, end: Day): Promise<ExplainedBook | "too_many" | null> {
  const { rows } = await ctx.db.execute<Row>(sql`
    select m.account_id as "accountId", m.from_place as "from", m.to_place as "to", s.health as "healthThen", e.health as "healthNow"
    from (${movesBetween(ctx, scope, start, end)}) m
    left join health_day s on s.account_id = m.account_id and s.day = ${start}::date
    left join health_day e on e.account_id = m.account_id and e.day = ${end}::date`);
  const both = rows.filter((row) => row.from > 0 && row.to > 0).map(({ accountId }) => accountId);
  if (both.length > MOST_ACCOUNTS) return "too_many";
  const changes = await readWhole(ctx.db, (client) => explainMany(client, both, { start, end }));
  const change = bookChange(
    rows.map((row) => ({
      accountId: row.accountId,
      from: placeOf(row.from),
      to: placeOf(row.to),
      healthThen: row.from > 0 ? row.healthThen : null,
      healthNow: row.to > 0 ? row.healthNow : null,
      change: changes.get(row.accountId) ?? null,
    })),
  );
  return change && { from: start, to: end, change };
}

function placeOf(place: number): BookPlace {
  if (place > 0) return "banded";
  if (place === 0) return "unbanded";
  return place === ELSEWHERE ? "elsewhere" : "out";
}
