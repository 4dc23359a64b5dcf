import "server-only";
import { sql } from "drizzle-orm";
import { addMonths, type Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";

/** The longest history that is replayed. */
const MONTHS = 24;

/** From which day history can be replayed up to a day: the first that any feed covers, at most 24 months back. */
export async function getHistorySpan(ctx: Ctx, to: Day): Promise<{ from: Day; to: Day }> {
  const { rows } = await ctx.db.execute<{ first: Day | null }>(sql`select min(first_day) as first from feeds`);
  const oldest = addMonths(to, -MONTHS);
  const first = rows[0]?.first ?? to;
  return { from: first > oldest ? first : oldest, to };
}
