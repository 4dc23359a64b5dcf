import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import { FEED_GUARD } from "@/lib/core/guards/feed-settings";

const ZONE = "(select time_zone from settings where id = 1)";
const moment = (table: string, at: string) =>
  `select '${table}' as feed, (${at} at time zone ${ZONE})::date as day, count(*)::int as rows, null::bigint as volume
   from ${table} where ${at} >= $1::date - 1 and ${at} < $2::date + 2 group by 2`;

/** Feeds whose rows come day by day, and what their rows count. */
const COUNTED = [
  `select 'usage_days' as feed, day, count(*)::int as rows, sum(active_users)::bigint as volume from usage_days
   where day between $1 and $2 group by day`,
  `select 'feature_usage', day, count(*)::int, sum(users)::bigint from feature_usage
   where day between $1 and $2 group by day`,
  moment("tickets", "opened_at"),
  moment("touchpoints", "at"),
];
/** How many of the newest days are counted again each morning, for rows that came late. */
const RECOUNTED_DAYS = 4;
/** The usual of a day is learnt from the four weeks before it. */
const FIRST_DAYS = FEED_GUARD.historyDays + 7;
const KEPT_DAYS = 90;

/** Counts what feeds delivered about the days before a run: the newest, those of feeds that are held, and, where nothing was
 * counted yet, the five weeks from which the usual is learnt. */
export async function countFeedDays(client: ClientBase, asOf: Day): Promise<void> {
  const { rows } = await client.query<{ from: Day }>(
    `select greatest($1::date - ${FIRST_DAYS}, least($1::date - ${RECOUNTED_DAYS},
       coalesce((select max(day) + 1 from feed_days where rows > 0 and day < $1), '-infinity'),
       (select min((detail->>'since')::date) from holds where kind = 'feed' and released_at is null))) as from`,
    [asOf],
  );
  const from = rows[0]?.from ?? addDays(asOf, -RECOUNTED_DAYS);
  await client.query(
    `insert into feed_days (feed, day, rows, volume)
     select feed, day, rows, volume from (${COUNTED.join(" union all ")}) counted where day between $1 and $2
     on conflict (feed, day) do update set rows = excluded.rows, volume = excluded.volume
       where (feed_days.rows, feed_days.volume) is distinct from (excluded.rows, excluded.volume)`,
    [from, addDays(asOf, -1)],
  );
  await client.query("delete from feed_days where day < $1::date - $2::int", [asOf, KEPT_DAYS]);
}
