import "server-only";
import type { ClientBase, Pool } from "pg";
import type { Day } from "@/lib/core/calendar";

/** Forgets what versions said before decisions from the days on from which accounts' past is told differently; what was published
 * stays as people saw it. Null: everybody's, from a day on. */
export async function forgetReplays(
  client: ClientBase | Pool,
  changed: ReadonlyMap<number, Day> | null,
  from: Day,
): Promise<void> {
  if (changed === null) await client.query("delete from decision_replays where day >= $1 and not published", [from]);
  else
    await client.query(
      `delete from decision_replays d using unnest($1::int[], $2::date[]) c (id, since)
       where d.account_id = c.id and d.day >= c.since and not d.published`,
      [[...changed.keys()], [...changed.values()]],
    );
}
