import "server-only";
import type { PoolClient } from "pg";
import { holdCurrentRun, reviseRun } from "./revise-run";

/** Scores the queued accounts, and those asked for, anew into the current run and empties the queue; the caller holds the
 * publishing lock. */
export async function applyQueue(client: PoolClient, asked: readonly number[] = []): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>("delete from rescore_queue returning account_id as id");
  const accountIds = [...new Set([...asked, ...rows.map((row) => row.id)])].sort((a, b) => a - b);
  if (accountIds.length === 0) return [];
  const run = await holdCurrentRun(client);
  if (run) await reviseRun(client, run, accountIds);
  return accountIds;
}
