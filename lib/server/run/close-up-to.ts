import "server-only";
import type { ClientBase, Pool } from "pg";
import { closeChanged } from "@/db/days/close-changed";
import { closeDays } from "@/db/days/close-days";
import { findHistory } from "@/db/days/find-history";
import { addDays, type Day, monthOf } from "@/lib/core/calendar";
import { withTransaction } from "@/lib/server/transaction";

/** Days before the first closed day that a window may ask for. */
const LONGEST_WINDOW = 400;

/** Brings account_day up to a day: what changed about closed days, then the days not closed yet; history from an earlier day
 * than is kept (`from`) is built whole. Returns the accounts that had changed. */
export function closeUpTo(pool: Pool, asOf: Day, from = addDays(asOf, -LONGEST_WINDOW)): Promise<number[]> {
  return withTransaction(
    pool,
    async ({ client }) => {
      const history = await findHistory(client);
      if (!history) await closeDays(client, { from, to: asOf });
      else if (monthOf(from) < monthOf(history.firstMonth) && (await hasSignalsBefore(client, history.firstMonth)))
        await closeDays(client, { from, to: asOf > history.lastDay ? asOf : history.lastDay });
      else if (history.lastDay < asOf) await closeDays(client, { from: addDays(history.lastDay, 1), to: asOf });
      return closeChanged(client);
    },
    { statementTimeoutMillis: 0 },
  );
}

async function hasSignalsBefore(client: ClientBase, day: Day): Promise<boolean> {
  const { rowCount } = await client.query("select from feeds where first_day < $1 limit 1", [day]);
  return rowCount === 1;
}
