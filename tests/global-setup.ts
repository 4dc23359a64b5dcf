import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { acquireDatabase } from "@/db/embedded/acquire-database.mjs";
import { migrate } from "@/lib/start/migrate";

declare module "vitest" {
  interface ProvidedContext {
    testServer: { url: string; template: string; run: string; failure: string | null };
  }
}

/** No vacuum of the server's own: it would take locks, time and new plans at moments of its choosing. */
const QUIET = { autovacuum: "off" };

/** One migrated template per run, on TEST_DATABASE_URL or on an embedded server that runs of this folder share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `test_${process.pid}_${Date.now().toString(36)}`;
  try {
    const given = process.env.TEST_DATABASE_URL;
    const embedded = given
      ? null
      : await acquireDatabase({ dir: join(process.cwd(), ".data/test-pg"), disposable: true, settings: QUIET });
    const url = given ?? embedded?.url ?? "";
    const template = await prepareTemplate(url, embedded !== null);
    project.provide("testServer", { url, template, run, failure: null });
    return async () => {
      await onServer(url, (client) => dropDatabases(client, (name) => name.startsWith(`${run}_`)));
      await embedded?.release();
    };
  } catch (error) {
    // Tests that need no database still run; those that do fail with this reason.
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    project.provide("testServer", { url: "", template: "", run, failure });
    return async () => {};
  }
}

async function prepareTemplate(url: string, ours: boolean): Promise<string> {
  const template = `template_${fingerprint()}`;
  await onServer(url, async (client) => {
    await client.query("select pg_advisory_lock(720411)");
    if (ours) await sweep(client, template);
    if ((await databases(client)).includes(template)) return;
    const building = `${template}_building`;
    await client.query(`drop database if exists ${building} with (force)`);
    await client.query(`create database ${building}`);
    await migrate(databaseUrl(url, building));
    await client.query(`alter database ${building} rename to ${template}`);
  });
  return template;
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const journal = readFileSync("drizzle/meta/_journal.json", "utf8");
  hash.update(journal);
  hash.update(readFileSync("lib/start/migrate.ts"));
  for (const { tag } of JSON.parse(journal).entries) hash.update(readFileSync(`drizzle/${tag}.sql`));
  return hash.digest("hex").slice(0, 12);
}

/** What killed runs left behind, and the templates of older schemas once no other run may need them. */
async function sweep(client: Client, current: string): Promise<void> {
  await dropDatabases(client, (name) => name.startsWith("test_") && !isRunning(Number(name.split("_")[1])));
  if ((await databases(client)).some((name) => name.startsWith("test_"))) return;
  await dropDatabases(client, (name) => name.startsWith("template_") && name !== current);
}

async function dropDatabases(client: Client, condemned: (name: string) => boolean): Promise<void> {
  for (const name of (await databases(client)).filter(condemned)) {
    await client.query(`drop database if exists ${name} with (force)`);
  }
}

async function databases(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database where not datistemplate");
  return rows.map((row) => row.datname);
}

async function onServer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export function databaseUrl(url: string, database: string): string {
  const target = new URL(url);
  target.pathname = `/${database}`;
  return target.href;
}
