import "server-only";
import type { PoolClient } from "pg";
import { holdCurrentRun, reviseRun } from "./revise-run";

/** Scores the queued accounts anew into the current run and empties the queue; the caller holds the publishing lock. */
export async function applyQueue(client: PoolClient): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>("delete from rescore_queue returning account_id as id");
  if (rows.length === 0) return [];
  const run = await holdCurrentRun(client);
  const accountIds = rows.map((row) => row.id).sort((a, b) => a - b);
  if (run) await reviseRun(client, run, accountIds);
  return accountIds;
}
