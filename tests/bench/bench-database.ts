import { join } from "node:path";
import { Client, type Pool } from "pg";
import { createPool, databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { acquireDatabase } from "@/db/embedded/acquire-database.mjs";
import { computeRun } from "@/lib/commands/compute-run";
import { systemContext } from "@/lib/server/context";
import { closeUpTo } from "@/lib/server/run/close-up-to";
import { migrate } from "@/lib/start/migrate";
import { databaseUrl } from "@/tests/global-setup";

const DAYS = 120;
/** Enough that both sides of a comparison find their tables in memory, whichever ran before. */
const MEMORY = { shared_buffers: "2GB" };
const TODAY = "2026-11-30";

export type BenchDatabase = { pool: Pool; accounts: number; today: string };

/** Opens the server that benchmarks run on: BENCH_DATABASE_URL, else an embedded one of this folder. */
export async function openServer(): Promise<{ url: string; release: () => Promise<void> }> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, release: async () => {} };
  const embedded = await acquireDatabase({
    dir: join(process.cwd(), ".data/bench-pg"),
    disposable: true,
    settings: MEMORY,
  });
  return { url: embedded.url, release: () => embedded.release() };
}

/** A database with so many accounts and 120 days of signals, closed and scored; kept from an earlier benchmark of this size if whole. */
export async function openBench(server: string, accounts: number, say: (text: string) => void): Promise<BenchDatabase> {
  const name = `bench_${accounts}`;
  const url = databaseUrl(server, name);
  const known = await onServer(server, (client) =>
    client.query("select from pg_database where datname = $1 and shobj_description(oid, 'pg_database') = 'whole'", [
      name,
    ]),
  );
  if (known.rowCount === 0) {
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    await onServer(server, (client) => client.query(`create database ${name}`));
  }
  // One kept from an earlier benchmark may be older than the schema.
  await migrate(url);
  if (known.rowCount === 0) {
    await fill(url, accounts, say);
    await onServer(server, (client) => client.query(`comment on database ${name} is 'whole'`));
  }
  const pool = createPool(url);
  // Without a run there would be no rows to weigh and an empty triage to ask.
  if ((await pool.query("select from runs where is_current")).rowCount === 0)
    await computeRun(await systemContext("bench", databaseOn(pool)));
  return { pool, accounts, today: TODAY };
}

async function fill(url: string, accounts: number, say: (text: string) => void): Promise<void> {
  const pool = createPool(url);
  try {
    say(`${accounts} accounts × ${DAYS} days: writing signals`);
    await loadDemo(pool, { accounts, days: DAYS, progress: (table, rows) => say(`  ${table}: ${rows}`) });
    await vacuum(pool);
    say(`${accounts} accounts × ${DAYS} days: closing days`);
    await closeUpTo(pool, TODAY);
    await vacuum(pool);
  } finally {
    await pool.end();
  }
}

/** Statistics and visibility as a database has them that was not filled a moment ago. */
export async function vacuum(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query("vacuum analyze");
  } finally {
    client.release(true);
  }
}

async function onServer<Result>(server: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
