import type { Pool, PoolClient } from "pg";
import { type ComputedBook, computeBook } from "@/lib/server/run/compute-book";
import { readWhole } from "@/lib/server/run/read-whole";
import { writeScores } from "@/lib/server/run/write-scores";
import { withTransaction } from "@/lib/server/transaction";
import type { BenchDatabase } from "./bench-database";
import { sideBySide } from "./compare";
import { RAW_TABLES } from "./straightforward-sql";

const unlimited = { statementTimeoutMillis: 0 };

/** G1: from closed days to durable, decomposed scores, against one sequential pass over all raw rows and a bare COPY of the
 * same result rows. */
export async function recompute({ pool, today }: BenchDatabase, rounds = 5) {
  const computed = await readWhole(pool, (client) => computeBook(client, today));
  const times = await sideBySide(
    {
      recompute: () => recomputeOnce(pool, today),
      sequentialPass: () => withTransaction(pool, ({ client }) => passOverRaw(client), unlimited),
      copyOfResults: () => withTransaction(pool, ({ client }) => copyResults(client, computed), unlimited),
    },
    rounds,
  );
  return { ...times, accounts: computed.scored.n };
}

/** Slices, readings, kernel, overlay; then the run's partition with its key, committed. */
export async function recomputeOnce(pool: Pool, today: string): Promise<void> {
  const computed = await readWhole(pool, (client) => computeBook(client, today));
  await withTransaction(
    pool,
    async ({ client }) => {
      await client.query(
        "drop table if exists bench_scores; create table bench_scores (like run_scores including defaults)",
      );
      await writeScores(client, "bench_scores", 1, computed);
      await client.query("alter table bench_scores add primary key (run_id, account_id)");
    },
    unlimited,
  );
}

async function passOverRaw(client: PoolClient): Promise<void> {
  await client.query(
    "set local max_parallel_workers_per_gather = 0; set local enable_indexonlyscan = off; set local jit = off",
  );
  await client.query("set local enable_indexscan = off; set local enable_bitmapscan = off");
  for (const table of RAW_TABLES) await client.query(`select count(*), max(recorded_at) from ${table}`);
}

async function copyResults(client: PoolClient, computed: ComputedBook): Promise<void> {
  await client.query("drop table if exists bench_copy; create table bench_copy (like run_scores including defaults)");
  await writeScores(client, "bench_copy", 1, computed);
}
