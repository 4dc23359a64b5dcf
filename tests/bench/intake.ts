import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client, type Pool } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { closeDatabase, createPool, databaseOn } from "@/db/client";
import { createApiKey } from "@/lib/commands/create-api-key";
import { importFile } from "@/lib/commands/import-file";
import { addDays } from "@/lib/core/calendar";
import { contextOf } from "@/lib/server/context";
import { migrate } from "@/lib/start/migrate";
import { databaseUrl } from "@/tests/global-setup";
import { millis } from "./compare";

const FIRST_DAY = "2026-08-03";
const DAYS = 120;
const BATCH = 10_000;
const COLUMNS = ["account_id", "day", "active_users", "logins", "events"] as const;

/** Usage of so many accounts and 120 days by way of a CSV file and of POST /usage_days:batch, beside a bare COPY of the same
 * rows into a table of the same shape and keys. Milliseconds each, once. */
export async function intake(server: string, accounts: number) {
  const name = `bench_intake_${accounts}`;
  const url = databaseUrl(server, name);
  await onServer(server, `drop database if exists ${name} with (force)`, `create database ${name}`);
  // What a route asks of its environment, as a server would have it.
  Object.assign(process.env, { DATABASE_URL: url, API_REQUESTS_PER_MINUTE: "100000000" });
  await migrate(url);
  const pool = createPool(url);
  try {
    await pool.query(
      "insert into accounts (external_id, slug, name) select 'a' || i, 'a' || i, 'a' || i from generate_series(1, $1::int) i",
      [accounts],
    );
    const copy = await millis(() => bareCopy(pool, accounts));
    const csv = await millis(() => byFile(pool, accounts));
    await pool.query("truncate usage_days, changed_accounts, feeds");
    const batch = await millis(() => byBatch(pool, accounts));
    const { rows } = await pool.query<{ same: boolean }>(
      "select (select count(*) from usage_days) = $1 and (select sum(events) from usage_days) = (select sum(events) from bare) as same",
      [accounts * DAYS],
    );
    return { copy, csv, batch, rows: accounts * DAYS, isWhole: rows[0]?.same ?? false };
  } finally {
    await pool.end();
    await closeDatabase();
    await onServer(server, `drop database if exists ${name} with (force)`);
  }
}

/** Row number i of the usage: deterministic, different every day. */
function usageAt(i: number): [string, string, number, number, number] {
  const [account, day] = [1 + Math.floor(i / DAYS), i % DAYS];
  return [
    `a${account}`,
    addDays(FIRST_DAY, day),
    (account * 7 + day) % 90,
    (account + day * 3) % 200,
    (account * day) % 5000,
  ];
}

function* lines(accounts: number, separator: string, head: boolean, idOnly: boolean) {
  if (head) yield `${COLUMNS.join(separator)}\n`;
  for (let i = 0; i < accounts * DAYS; i += 1000) {
    let text = "";
    for (let j = i; j < Math.min(i + 1000, accounts * DAYS); j++) {
      const row = usageAt(j);
      if (idOnly) row[0] = row[0].slice(1);
      text += `${row.join(separator)}\n`;
    }
    yield text;
  }
}

async function bareCopy(pool: Pool, accounts: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query("create table bare (like usage_days including all)");
    const into = client.query(copyFrom("copy bare (account_id, day, active_users, logins, events) from stdin"));
    await pipeline(Readable.from(lines(accounts, "\t", false, true)), into);
  } finally {
    client.release(true);
  }
}

async function byFile(pool: Pool, accounts: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "intake-"));
  try {
    const path = join(folder, "usage.csv");
    await pipeline(Readable.from(lines(accounts, ",", true, false)), createWriteStream(path));
    const ctx = await contextOf({ kind: "system", job: "bench" }, databaseOn(pool));
    await importFile(ctx, { table: "usage_days", path, mapping: null });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function byBatch(pool: Pool, accounts: number): Promise<void> {
  const ctx = await contextOf({ kind: "system", job: "bench" }, databaseOn(pool));
  const { key } = await createApiKey(ctx, { name: "bench", scopes: ["write"], expiresInDays: undefined });
  const { POST } = await import("@/app/api/v1/[operation]/route");
  for (let i = 0; i < accounts * DAYS; i += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, accounts * DAYS - i) }, (_, j) => {
      const row = usageAt(i + j);
      return Object.fromEntries(COLUMNS.map((column, at) => [column, row[at]]));
    });
    const request = new Request("http://localhost/api/v1/usage_days:batch", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ rows }),
    });
    const response = await POST(request);
    if (!response.ok) throw new Error(`A batch answered ${response.status}: ${await response.text()}`);
  }
}

async function onServer(server: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
