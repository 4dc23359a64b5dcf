import "server-only";
import { Pool, type PoolClient } from "pg";
import type { Database } from "@/db/client";
import { withTransaction } from "@/lib/server/transaction";

/** Reads under one snapshot, so that slices, cards and owners are of the same moment; inside a transaction, under its own. */
export function readWhole<Result>(
  where: Database | Pool,
  read: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const pool = where instanceof Pool ? where : where.$client;
  if (!(pool instanceof Pool)) return read(pool);
  return withTransaction(pool, async ({ client }) => {
    await snapshot(client);
    return read(client);
  });
}

/** Makes a transaction that has not queried yet see one moment, for as long as it takes, also between its statements. */
export async function snapshot(client: PoolClient): Promise<void> {
  await client.query("set transaction isolation level repeatable read");
  await client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = '10min'");
  await client.query("set local jit = off; set local work_mem = '64MB'");
}
