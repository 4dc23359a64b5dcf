import "server-only";
import type { Pool } from "pg";
import { closeChanged } from "@/db/days/close-changed";
import { closeDays } from "@/db/days/close-days";
import { findHistory } from "@/db/days/find-history";
import { addDays, type Day } from "@/lib/core/calendar";
import { withTransaction } from "@/lib/server/transaction";

/** Days before the first closed day that a window may ask for. */
const LONGEST_WINDOW = 400;

/** Brings account_day up to a day: what changed about closed days, then the days not closed yet. Returns the accounts that
 * had changed. */
export function closeUpTo(pool: Pool, asOf: Day): Promise<number[]> {
  return withTransaction(
    pool,
    async ({ client }) => {
      const history = await findHistory(client);
      const from = history ? addDays(history.lastDay, 1) : addDays(asOf, -LONGEST_WINDOW);
      if (from <= asOf) await closeDays(client, { from, to: asOf });
      return closeChanged(client);
    },
    { statementTimeoutMillis: 0 },
  );
}
