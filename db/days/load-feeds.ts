import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";
import type { FeedState } from "@/lib/core/measures/measure";

/** How the feeds stood on a day: from which day each tells, and the last day it had covered by then. What it delivered about
 * later days says nothing of how fresh it was. */
export async function loadFeeds(client: ClientBase, asOf: Day): Promise<Map<Feed, FeedState>> {
  const { rows } = await client.query<{ feed: Feed; first: number; last: number }>(
    `select f.feed, f.first_day - date '1970-01-01' as first, case when f.last_day <= $1 then f.last_day else coalesce(
       (select max(least(t.through, $1)) from told_days t where t.feed = f.feed and t.day <= $1), f.last_day)
       end - date '1970-01-01' as last
     from feeds f`,
    [asOf],
  );
  return new Map(rows.map(({ feed, first, last }) => [feed, { firstDay: first, lastDay: last }]));
}
