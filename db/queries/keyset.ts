import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** Where a page begins: after this value and account. `value` null = among the rows without one, which come last. */
export type Cursor = { value: string | number | null; accountId: number };
export type SortColumn = {
  column: SQL;
  descending: boolean;
  /** Read against the direction of its index: nulls, which stand apart, are put where the index has them. */
  isBackwards?: boolean;
};

interface Page {
  select: SQL;
  /** The tables, `t` with account_id among them. */
  from: SQL;
  where: SQL;
  sort: SortColumn;
  after: Cursor | null;
  limit: number;
}

/** One page of accounts by keyset: rows without a sort value come last, in order of id. */
export async function pageByKeyset<Row extends { accountId: number }>(
  ctx: Ctx,
  { select, from, where, sort: { column, descending, isBackwards }, after, limit }: Page,
): Promise<{ rows: Row[]; next: Cursor | null }> {
  const part = async (condition: SQL, order: SQL, size: number) => {
    const { rows } = await ctx.db.execute<Row & { key: string | number | null }>(sql`
      select ${select}, ${column} as key from ${from} where ${where} and ${condition} order by ${order} limit ${size}`);
    return rows;
  };
  const wanted = limit + 1;
  const nulls = isBackwards ? sql`nulls first` : sql`nulls last`;
  const order = sql`${column} ${descending ? sql`desc` : sql`asc`} ${nulls}, t.account_id`;
  const rows = after?.value === null ? [] : await part(beyond(column, descending, after), order, wanted);
  if (rows.length < wanted) {
    const afterId = after?.value === null ? after.accountId : 0;
    rows.push(
      ...(await part(sql`${column} is null and t.account_id > ${afterId}`, sql`t.account_id`, wanted - rows.length)),
    );
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next = last ? { value: last.key, accountId: last.accountId } : null;
  return { rows: rows.slice(0, limit).map(({ key: _, ...row }) => row as unknown as Row), next };
}

/** The range of an index that lies after the cursor: a bound on the column alone, so that the index starts there. */
function beyond(column: SQL, descending: boolean, after: Cursor | null): SQL {
  if (!after) return sql`${column} is not null`;
  const [atOrPast, past] = descending ? [sql`<=`, sql`<`] : [sql`>=`, sql`>`];
  return sql`${column} ${atOrPast} ${after.value} and (${column} ${past} ${after.value} or t.account_id > ${after.accountId})`;
}
