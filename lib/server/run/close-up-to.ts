import "server-only";
import type { ClientBase, Pool } from "pg";
import { closeChanged } from "@/db/days/close-changed";
import { closeDays } from "@/db/days/close-days";
import { findHistory } from "@/db/days/find-history";
import { addDays, type Day, monthOf } from "@/lib/core/calendar";
import { withTransaction } from "@/lib/server/transaction";

/** Days before the first closed day that a window may ask for. */
const LONGEST_WINDOW = 400;

/** Brings account_day up to a day: what changed about closed days, then the days not closed yet. Where runs from `from` on
 * need earlier days than are kept, and signals tell of them, history is built whole. Returns the accounts that had changed. */
export function closeUpTo(pool: Pool, asOf: Day, from = asOf): Promise<number[]> {
  return withTransaction(
    pool,
    async ({ client }) => {
      const history = await findHistory(client);
      const first = await firstNeeded(client, from);
      if (!history || monthOf(first) < monthOf(history.firstMonth))
        await closeDays(client, { from: first, to: history && history.lastDay > asOf ? history.lastDay : asOf });
      else if (history.lastDay < asOf) await closeDays(client, { from: addDays(history.lastDay, 1), to: asOf });
      return closeChanged(client);
    },
    { statementTimeoutMillis: 0 },
  );
}

/** The first day that a window of a run on a day may ask for, but none before signals begin. */
async function firstNeeded(client: ClientBase, day: Day): Promise<Day> {
  const { rows } = await client.query<{ first: Day | null }>("select min(first_day) as first from feeds");
  const [begins, oldest] = [rows[0]?.first ?? day, addDays(day, -LONGEST_WINDOW)];
  return begins > day ? day : begins > oldest ? begins : oldest;
}
