import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";

interface Delivered {
  firstDay: Day;
  lastDay: Day;
  added: number;
}

/** Notes rows that a feed delivered without counting its whole table: from which day to which they tell, and how many. */
export async function extendFeed(
  client: ClientBase,
  feed: Feed,
  { firstDay, lastDay, added }: Delivered,
): Promise<void> {
  await client.query(
    `insert into feeds as f (feed, first_day, last_day, delivered_at, rows) values ($1, $2, $3, now(), $4)
     on conflict (feed) do update set first_day = least(f.first_day, excluded.first_day),
       last_day = greatest(f.last_day, excluded.last_day), rows = f.rows + excluded.rows, delivered_at = now()`,
    [feed, firstDay, lastDay, added],
  );
}
