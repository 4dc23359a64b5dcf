import "server-only";
import { sql } from "drizzle-orm";
import { type Book, triageWhere } from "@/db/queries/triage-filter";
import type { Ctx } from "@/lib/server/context";

/** An account, or above 2,000 of them a cell of 5 by 5 points with how many lie in it. */
export type QuadrantPoint = {
  accountId: number;
  slug: string;
  name: string;
  score: number;
  people: number;
  tone: number;
  arrCents: number | null;
  accounts: number;
};

const MOST = 2000;
const CELL = 5;

/** Measured against people for every account of a book that has both. */
export async function listQuadrant(ctx: Ctx, book: Book): Promise<QuadrantPoint[]> {
  const where = sql`t.score is not null and t.score_tone > 0 and t.qualitative is not null and t.people_tone > 0 and ${triageWhere(ctx, { book })}`;
  const { rows } = await ctx.db.execute<QuadrantPoint>(sql`
    select t.account_id as "accountId", t.slug, t.name, t.score, t.qualitative as people, t.tone,
      t.arr_cents as "arrCents", 1 as accounts
    from triage t where ${where} order by t.arr_cents desc nulls last, t.account_id limit ${MOST + 1}`);
  if (rows.length <= MOST) return rows;
  const middle = (column: string) =>
    sql`least(${100 - CELL / 2}, floor(${sql.raw(column)} / ${CELL}) * ${CELL} + ${CELL / 2})`;
  const cells = await ctx.db.execute<QuadrantPoint>(sql`
    select min(t.account_id) as "accountId", '' as slug, '' as name, ${middle("t.score")}::float8 as score,
      ${middle("t.qualitative")}::float8 as people, mode() within group (order by t.tone)::int as tone,
      sum(t.arr_cents)::bigint as "arrCents", count(*)::int as accounts
    from triage t where ${where} group by 4, 5 order by 4, 5`);
  return cells.rows;
}
