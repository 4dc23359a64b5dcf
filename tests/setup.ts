import { randomBytes } from "node:crypto";
import { Client, type Pool } from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase, createPool } from "@/db/client";
import { databaseUrl } from "./global-setup";

/** For beforeAll: a migrated database of the caller's own, dropped after its file; the process's `db()` speaks to the newest one. */
export async function testDatabase(): Promise<{ url: string; pool: Pool }> {
  const { url: server, template, run, failure } = inject("testServer");
  if (failure) throw new Error(`There is no test database: ${failure}`);
  const name = `${run}_${randomBytes(4).toString("hex")}`;
  await onServer(server, `create database ${name} template ${template}`);
  const url = databaseUrl(server, name);
  const pool = createPool(url);
  process.env.DATABASE_URL = url;
  afterAll(async () => {
    await closeDatabase();
    await pool.end();
    await onServer(server, `drop database if exists ${name} with (force)`);
  });
  return { url, pool };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
