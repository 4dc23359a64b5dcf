import "server-only";
import { sql } from "drizzle-orm";
import { addDays, type Day, daysBetween } from "@/lib/core/calendar";
import type { WatchedAccount } from "@/lib/core/validation/survival-by-band";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type WatchedRow = WatchedAccount & { slug: string; name: string; published: boolean };
export type WatchedBook = { from: Day; days: number; rows: WatchedRow[] };

const YEAR = 365;
/** Shorter than this nothing is said; and history is kept by the week. */
const [FEWEST_DAYS, GRID_DAYS] = [90, 7];

/** The accounts that had a band a year ago (or on history's first days, where it is shorter), with that band as it was known, each
 * watched until it decided to churn, left without saying, or today. Who had decided to churn by then is not among them. Null where
 * history is shorter than 90 days. */
export async function listWatched(ctx: Ctx): Promise<WatchedBook | null> {
  const { rows: known } = await ctx.db.execute<{ first: Day | null }>(sql`
    select (select day from health_day order by day limit 1) as first`);
  const first = known[0]?.first ?? null;
  if (first === null) return null;
  const [year, begun] = [addDays(ctx.today, -YEAR), addDays(first, GRID_DAYS - 1)];
  const from = begun > year ? begun : year;
  if (daysBetween(from, ctx.today) < FEWEST_DAYS) return null;
  const { rows } = await ctx.db.execute<WatchedRow>(sql`
    with stood as (
      select distinct on (h.account_id) h.account_id, h.health_tone::int as tone, not h.replayed as published
      from health_day h where h.day > ${from}::date - ${GRID_DAYS}::int and h.day <= ${from} and h.health_tone is not null
        and ${visibleAccounts(ctx, sql`h.account_id`)}
      order by h.account_id, h.day desc)
    select a.slug, a.name, s.tone, s.published, churn.day is not null as churned,
      greatest(coalesce(churn.day, last.day) - ${from}::date, 0) as days
    from stood s join accounts a on a.id = s.account_id
    left join lateral (select min(o.decided_on) as day, bool_or(o.decided_on <= ${from}) as before from (
      select distinct on (decided_on) * from outcomes where account_id = s.account_id
      order by decided_on, recorded_at desc, external_id) o
      where o.kind = 'churned' and o.decided_on <= ${ctx.today}
        and o.effective_on > ${from}::date) churn on true
    left join lateral (select d.day from health_day d where d.account_id = s.account_id and d.day <= ${ctx.today}
      order by d.day desc limit 1) last on true
    where churn.before is not true
    order by days, a.name`);
  return { from, days: daysBetween(from, ctx.today), rows };
}
