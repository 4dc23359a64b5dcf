import type { PoolClient } from "pg";
import type { FileLedger } from "./apply-file";
import type { ImportFacts } from "./import-session";

/** Writes what became of a file's records beside it, in the transaction that wrote them. */
export async function recordLedger(client: PoolClient, importId: number, ledger: FileLedger): Promise<void> {
  const facts = await factsOf(client, importId, ledger);
  const { accepted, unchanged, rejected, waiting, leftOut, notRead, firstDay, lastDay } = ledger;
  await client.query(
    `update imports set status = 'imported', error = null, progress = null, applied_at = now(), accepted = $2, unchanged = $3,
       rejected = $4, waiting = $5, left_out = $6, not_read = $7, first_day = $8, last_day = $9,
       facts = $10::jsonb || case when progress ? 'isAgain' then '{"interrupted": "again"}'::jsonb else '{}' end where id = $1`,
    [importId, accepted, unchanged, rejected, waiting, leftOut, notRead, firstDay, lastDay, JSON.stringify(facts)],
  );
}

/** What the counts leave unsaid. */
export async function factsOf(client: PoolClient, importId: number, ledger: FileLedger): Promise<ImportFacts> {
  const { rows: waitingKeys } = await client.query<{ key: string; rows: number }>(
    `select account_key as key, count(*)::int as rows from waiting_rows where import_id = $1
     group by 1 order by 2 desc, 1 limit 50`,
    [importId],
  );
  const updated = ledger.updated ?? 0;
  return {
    records: ledger.records + ledger.notRead,
    created: ledger.accepted - updated,
    updated,
    rows: ledger.rows,
    filled: ledger.filled,
    ignoredColumns: ledger.ignoredColumns,
    notes: ledger.notes ?? [],
    waitingKeys,
    notReadWhy: ledger.unreadable && `line ${ledger.unreadable.line}: ${ledger.unreadable.reason}`,
    left: [],
  };
}
