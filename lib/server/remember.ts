import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "./context";

const MOST = 500;
const known = new WeakMap<object, Map<string, Promise<unknown>>>();

/** What was found of whole days before, as long as what is written of them has not changed since, nor the current run where it is
 * of one of them; else it is found anew. Only for what every reader may see: the key does not say who asks. */
export async function remember<Found>(
  ctx: Ctx,
  key: string,
  days: readonly Day[],
  find: () => Promise<Found>,
): Promise<Found> {
  const client = ctx.db.$client;
  const found = known.get(client) ?? new Map<string, Promise<unknown>>();
  known.set(client, found);
  const whole = `${key} ${await stateOf(ctx, days)}`;
  const before = found.get(whole) as Promise<Found> | undefined;
  // A query that is not yet asked would be asked by each who awaits it.
  const now = before ?? Promise.resolve(find());
  // Used last stands last; a failure is not remembered.
  found.delete(whole);
  found.set(whole, now);
  now.catch(() => found.delete(whole));
  if (found.size > MOST) found.delete(found.keys().next().value as string);
  return now;
}

/** Changes whenever accounts of these days do: their rows of the day's bands are written anew in the same transaction. */
async function stateOf(ctx: Ctx, days: readonly Day[]): Promise<string> {
  const given = sql`${`{${days.join(",")}}`}::date[]`;
  const { rows } = await ctx.db.execute<{ state: string }>(sql`
    select concat((select id || '.' || revision from runs where is_current and as_of = any(${given})), ' ',
      (select string_agg(day || '.' || xmin, ' ' order by day, band) from portfolio_day
        where dimension = 'all' and day = any(${given}))) as state`);
  return rows[0]?.state ?? "";
}
