import "server-only";
import type { ClientBase } from "pg";
import { FEEDS, type Feed } from "@/lib/core/measures/columns";
import { FEED_FACTS, toldOf } from "./feed-facts";

const day = (instant: string) => `(${instant} at time zone (select time_zone from settings where id = 1))::date`;

/** The days that the rows of a feed tell of. */
function toldByRows(feed: Feed): string {
  const dayOf = (column: string) => (FEED_FACTS[feed].areMoments ? day(column) : column);
  return toldOf(feed, dayOf, day("recorded_at"))
    .map(({ day, through, isDelivery }, i) => {
      // Rows are counted once, by their first column.
      const counted = i === 0 ? "count(*)::int as rows, max(recorded_at)" : "0 as rows, null::timestamptz";
      return `select '${feed}' as feed, ${day} as day, max(${through}) as through, ${isDelivery} as is_delivery,
        ${counted} as delivered_at from ${feed} group by 2`;
    })
    .join(" union all ");
}

/** The statement that brings feeds and told_days up to what the signal tables hold. */
const REFRESH = `with told as materialized (${FEEDS.map(toldByRows).join(" union all ")}),
  days as (
    insert into told_days as t select feed, day, max(through) from told
    where day is not null and through is not null group by 1, 2 order by 1, 2
    on conflict (feed, day) do update set through = excluded.through where excluded.through > t.through)
  insert into feeds (feed, first_day, last_day, delivered_at, rows)
  select feed, min(day) filter (where not is_delivery) as first_day, max(through), max(delivered_at), sum(rows)::int
  from told group by feed having min(day) filter (where not is_delivery) is not null order by feed
  on conflict (feed) do update set first_day = least(feeds.first_day, excluded.first_day),
    last_day = greatest(feeds.last_day, excluded.last_day), rows = excluded.rows,
    delivered_at = greatest(feeds.delivered_at, excluded.delivered_at)`;

/** Brings the feeds up to what the signal tables hold. Days that an empty delivery covered stay covered. */
export async function refreshFeeds(client: ClientBase): Promise<void> {
  await client.query(REFRESH);
}
