import "server-only";
import type { ClientBase } from "pg";
import { closeStaged } from "./close-staged";
import { findHistory } from "./find-history";

/** Closes the accounts whose signals changed again, each from the first day that changed to the last closed day, clears
 * their marks and queues them for the next incremental. Run it in a transaction. Returns their ids; changes about later
 * days wait until those are closed. */
export async function closeChanged(client: ClientBase): Promise<number[]> {
  const history = await findHistory(client);
  if (!history) return [];
  await closeStaged(
    client,
    {
      accounts: `select m.account_id, greatest(m.from_day, $1::date) as from_day, m.xmin::text as mark
        from changed_accounts m where m.from_day <= $2`,
      values: [history.firstMonth, history.lastDay],
      floor: history.firstMonth,
    },
    history.lastDay,
  );
  const { rows } = await client.query<{ account_id: number }>(
    `insert into rescore_queue (account_id, reason) select account_id, 'signals' from closing order by account_id
     on conflict (account_id) do update set queued_at = now() returning account_id`,
  );
  return rows.map((row) => row.account_id);
}
