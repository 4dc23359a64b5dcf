import { randomBytes } from "node:crypto";
import { Client, type Pool } from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase, createPool } from "@/db/client";
import { databaseUrl } from "./global-setup";

/** What several files begin with: filled in by the first of them that asks, and copied for each. */
interface Filled {
  name: string;
  fill: (pool: Pool) => Promise<void>;
}

/** For beforeAll: a migrated database of the caller's own, dropped after its file; the process's `db()` speaks to the newest one. */
export async function testDatabase(filled?: Filled): Promise<{ url: string; pool: Pool }> {
  const { url: server, template, run, failure } = inject("testServer");
  if (failure) throw new Error(`There is no test database: ${failure}`);
  const name = `${run}_${randomBytes(4).toString("hex")}`;
  const from = filled ? await templateOf(filled) : template;
  await onServer(server, (client) => client.query(`create database ${name} template ${from} strategy file_copy`));
  const url = databaseUrl(server, name);
  const pool = createPool(url);
  await closeDatabase();
  process.env.DATABASE_URL = url;
  afterAll(async () => {
    await closeDatabase();
    await pool.end();
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return { url, pool };
}

async function templateOf({ name, fill }: Filled): Promise<string> {
  const { url: server, template, run } = inject("testServer");
  const made = `${run}_of_${name}`;
  await onServer(server, async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [made]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [made]);
    if (rowCount) return;
    await client.query(`drop database if exists ${made}_making with (force)`);
    await client.query(`create database ${made}_making template ${template} strategy file_copy`);
    const pool = createPool(databaseUrl(server, `${made}_making`));
    await fill(pool).finally(() => pool.end());
    await client.query(`alter database ${made}_making rename to ${made}`);
  });
  return made;
}

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
