import "server-only";
import type { ClientBase } from "pg";
import type { Day } from "@/lib/core/calendar";
import { closeStaged } from "./close-staged";

/** Builds the rows of account_day and metric_day from one day to another anew, for all accounts or the given ones; counters
 * go on from the row of the day before. Later rows, if there are any, are left: close from a day to the last closed one. */
export async function closeDays(
  client: ClientBase,
  { from, to, accountIds }: { from: Day; to: Day; accountIds?: readonly number[] },
): Promise<void> {
  const earlier = await client.query("select from account_day where day < $1 limit 1", [from]);
  // Where no earlier day is kept, closing answers marks of earlier days too: rows not yet counted are counted on the first.
  const answered = earlier.rowCount ? "m.from_day between $1 and $2" : "m.from_day <= $2";
  await closeStaged(
    client,
    {
      accounts: `select a.id as account_id, $1::date as from_day, case when ${answered} then m.xmin::text end as mark
        from accounts a left join changed_accounts m on m.account_id = a.id where $3::int[] is null or a.id = any ($3)`,
      values: [from, to, accountIds ?? null],
      floor: null,
    },
    to,
  );
}
