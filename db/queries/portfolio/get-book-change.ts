import "server-only";
import { sql } from "drizzle-orm";
import { findScoredDay } from "@/db/queries/accounts-on";
import type { PortfolioScope } from "@/db/queries/get-portfolio-scope";
import { ELSEWHERE, movesBetween } from "@/db/queries/list-migration";
import type { Day } from "@/lib/core/calendar";
import { explainChange } from "@/lib/core/health/explain";
import { type BookChange, type BookPlace, bookChange } from "@/lib/core/portfolio/book-change";
import type { Ctx } from "@/lib/server/context";
import { type AccountHealth, healthOfMany } from "@/lib/server/run/health-of-many";
import { readWhole } from "@/lib/server/run/read-whole";

type Scope = Pick<PortfolioScope, "book" | "segment">;
type Row = { accountId: number; from: number; to: number; healthThen: number | null; healthNow: number | null };
export type ExplainedBook = { from: Day; to: Day; change: BookChange };

/** What moved the average health of a scope between the last scored days on or before two dates; null where it cannot be
 * compared. */
export async function getBookChange(ctx: Ctx, scope: Scope, from: Day, to: Day): Promise<ExplainedBook | null> {
  const [start, end] = await Promise.all([findScoredDay(ctx, from), findScoredDay(ctx, to)]);
  if (!start || !end || start >= end) return null;
  const { rows } = await ctx.db.execute<Row>(sql`
    select m.account_id as "accountId", m.from_place as "from", m.to_place as "to", s.health as "healthThen", e.health as "healthNow"
    from (${movesBetween(ctx, scope, start, end)}) m
    left join health_day s on s.account_id = m.account_id and s.day = ${start}::date
    left join health_day e on e.account_id = m.account_id and e.day = ${end}::date`);
  const both = rows.filter((row) => row.from > 0 && row.to > 0).map(({ accountId }) => accountId);
  const [before, after] = await readWhole(ctx.db, async (client) => [
    await healthOfMany(client, both, start),
    await healthOfMany(client, both, end),
  ]);
  const change = bookChange(
    rows.map((row) => ({
      accountId: row.accountId,
      from: placeOf(row.from),
      to: placeOf(row.to),
      healthThen: row.from > 0 ? row.healthThen : null,
      healthNow: row.to > 0 ? row.healthNow : null,
      change: changeOf(before?.get(row.accountId), after?.get(row.accountId)),
    })),
  );
  return change && { from: start, to: end, change };
}

function changeOf(then: AccountHealth | undefined, now: AccountHealth | undefined) {
  return then && now ? explainChange(then, now) : null;
}

function placeOf(place: number): BookPlace {
  if (place > 0) return "banded";
  if (place === 0) return "unbanded";
  return place === ELSEWHERE ? "elsewhere" : "out";
}
