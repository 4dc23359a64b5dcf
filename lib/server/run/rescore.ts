import "server-only";
import type { PoolClient } from "pg";
import type { Database } from "@/db/client";
import { lockPublishing } from "./lock-publishing";
import { holdCurrentRun, reviseRun } from "./revise-run";

/** Scores accounts anew in the transaction of the change that calls for it, so that triage follows at once. While a full
 * run is being computed they are also queued, and it takes them in before it is published. */
export async function rescore(tx: Database, accountIds: readonly number[], reason: string): Promise<void> {
  if (accountIds.length === 0) return;
  const client = tx.$client as PoolClient;
  await lockPublishing(client);
  await client.query(
    `insert into rescore_queue (account_id, reason) select id, $2 from unnest($1::int[]) id
     where exists (select from runs where status = 'computing')
     on conflict (account_id) do update set queued_at = now()`,
    [accountIds, reason],
  );
  const run = await holdCurrentRun(client);
  if (run) await reviseRun(client, run, accountIds);
}
