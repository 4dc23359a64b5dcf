import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** The segments that the accounts of the current run are in. */
export async function listSegments(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ value: string }>(sql`
    select distinct value from portfolio_day
    where dimension = 'segment' and value <> '' and day = (select as_of from runs where is_current) order by value`);
  return rows.map(({ value }) => value);
}
