import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import type { Feed } from "@/lib/core/measures/columns";

interface Delivered {
  firstDay: Day;
  lastDay: Day;
  added: number;
  /** The days its rows tell of, and up to which day each tells. */
  told: readonly { day: Day; through: Day }[];
}

/** Notes rows that a feed delivered without counting its whole table: of which days they tell, and how many they are. */
export async function extendFeed(
  client: ClientBase,
  feed: Feed,
  { firstDay, lastDay, added, told }: Delivered,
): Promise<void> {
  await client.query(
    `insert into feeds as f (feed, first_day, last_day, delivered_at, rows) values ($1, $2, $3, now(), $4)
     on conflict (feed) do update set first_day = least(f.first_day, excluded.first_day),
       last_day = greatest(f.last_day, excluded.last_day), rows = f.rows + excluded.rows, delivered_at = now()`,
    [feed, firstDay, lastDay, added],
  );
  await client.query(
    `insert into told_days as t select $1, day, through from unnest($2::date[], $3::date[]) u (day, through) order by day
     on conflict (feed, day) do update set through = excluded.through where excluded.through > t.through`,
    [feed, told.map(({ day }) => day), told.map(({ through }) => through)],
  );
}
