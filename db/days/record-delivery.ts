import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";

/** Notes that a feed delivered successfully up to a day, with rows or with none: silence up to then is silence, not a gap. */
export async function recordDelivery(client: ClientBase, feed: Feed, coveredThrough: Day): Promise<void> {
  await client.query(
    `with told as (
       insert into told_days as t values ($1, $2, $2)
       on conflict (feed, day) do update set through = excluded.through where excluded.through > t.through)
     insert into feeds (feed, first_day, last_day, delivered_at) values ($1, $2, $2, now())
     on conflict (feed) do update set last_day = greatest(feeds.last_day, excluded.last_day), delivered_at = now()`,
    [feed, coveredThrough],
  );
}
