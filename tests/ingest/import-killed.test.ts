import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getImportSession } from "@/db/queries/get-import-session";
import { mapImport } from "@/lib/commands/map-import";
import { requestImport } from "@/lib/commands/request-import";
import { startImport } from "@/lib/commands/start-import";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { Mapping } from "@/lib/ingest/mapping";
import { resumeImports } from "@/lib/jobs/import-session";
import { systemContext } from "@/lib/server/context";
import { bundle } from "@/lib/start/bundle.mjs";
import { testDatabase } from "@/tests/setup";

/** 200 of them take a quarter of an hour on two cores. */
const KILLS = Number(process.env.IMPORT_KILLS ?? 20);

const TODAY = "2026-11-20";
const dayOf = (n: number) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10);
const lines = (rows: number, row: (n: number) => string) => Array.from({ length: rows }, (_, n) => row(n)).join("\n");
/** With rows that cannot be read, rows that are there twice, and rows of accounts that nobody brings. */
const FILES: Record<string, string> = {
  usage_days: `account_id,day,active_users,events\n${lines(1500, (n) => `k-${n % 75},${n % 900 === 9 ? "soon" : dayOf(Math.floor(n / 75))},${n % 40},${n % 7}`)}\n`,
  tickets: `account_id,id,opened_at,severity\n${lines(1500, (n) => `k-${n % 70},t${n % 1400},${dayOf(n % 20)},${n % 700 === 5 ? "odd" : "high"}`)}\n`,
  metrics: `account_id,key,day,value\n${lines(1400, (n) => `k-${n % 70},seats_used,${dayOf(Math.floor(n / 70))},${n}`)}\n`,
  accounts: `account_id,name,customer_since,arr,contract_start\n${lines(60, (n) => `k-${n},K${n},2026-11-01,${n}00,2026-11-01`)}\n`,
};

let pool: Pool;
let folder: string;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query("update settings set today_fixed = $1", [TODAY]);
  // So many processes start that reading the sources anew for each would take most of the time.
  folder = mkdtempSync(join(tmpdir(), "importing-"));
  await bundle(["tests/ingest/importing-process.ts"], folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const EMPTIED = [
  ...["accounts", "account_owners", "account_attributes", "contracts", "usage_days", "tickets", "metrics"],
  ...["feeds", "told_days"],
  ...[
    "imports",
    "import_sessions",
    "import_changes",
    "import_chunks",
    "import_faults",
    "waiting_rows",
    "changed_accounts",
  ],
  ...["account_day", "metric_day", "health_day", "portfolio_day", "rescore_queue", "triage", "divergences", "outbox"],
];

/** Everything an import leaves, row by row, without numbers and moments that differ between any two imports. */
const STATE: Record<string, string> = {
  accounts: "select external_id, name, slug, customer_since from accounts",
  contracts:
    "select a.external_id, t.external_id as id, starts_on, arr_cents from contracts t join accounts a on a.id = account_id",
  usage: "select a.external_id, day, active_users, events from usage_days join accounts a on a.id = account_id",
  tickets:
    "select a.external_id, t.external_id as id, opened_at, severity from tickets t join accounts a on a.id = account_id",
  metrics: "select a.external_id, key, day, value from metrics join accounts a on a.id = account_id",
  waiting: "select table_name, account_key, line, cells from waiting_rows",
  feeds: "select feed, first_day, last_day, rows from feeds",
  ledgers:
    "select table_name, status, accepted, unchanged, rejected, waiting, left_out, not_read, facts - 'interrupted' from imports",
  faults: "select i.table_name, line, field, reason from import_faults f join imports i on i.id = import_id",
  journal: "select table_name, count(*) from import_changes group by 1",
  closed: "select a.external_id, day, events, tickets_opened from account_day join accounts a on a.id = account_id",
  scores: "select a.external_id, t.health, t.score, t.band from triage t join accounts a on a.id = t.account_id",
  history: "select a.external_id, day, health from health_day join accounts a on a.id = account_id",
};

async function state(): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const [name, sql] of Object.entries(STATE)) {
    const { rows } = await pool.query<{ row: string }>(`select row_to_json(x)::text as row from (${sql}) x order by 1`);
    const hash = createHash("sha256").update(rows.map(({ row }) => row).join("\n"));
    sums[name] = `${rows.length} ${hash.digest("hex").slice(0, 12)}`;
  }
  return sums;
}

async function requested(): Promise<number> {
  await pool.query(`truncate ${EMPTIED.join(", ")} cascade; delete from runs`);
  const ctx = await systemContext("test");
  const { sessionId } = await startImport(ctx);
  for (const [table, csv] of Object.entries(FILES)) {
    const bytes = (async function* () {
      yield Buffer.from(csv);
    })();
    const { importId } = await uploadImportFile(ctx, { sessionId, name: `${table}.csv`, length: null, bytes });
    const columns = Object.fromEntries((csv.split("\n", 1)[0] ?? "").split(",").map((name) => [name, name]));
    await mapImport(ctx, { importId, table, mapping: Mapping.parse({ columns }) });
  }
  await requestImport(ctx, { sessionId, what: "apply", intoDemo: false });
  return sessionId;
}

function worker(): { process: ChildProcess; isUp: Promise<unknown> } {
  const DATABASE_URL = `${process.env.DATABASE_URL}?application_name=killed`;
  const started = fork(join(folder, "importing-process.mjs"), { execArgv: [], env: { ...process.env, DATABASE_URL } });
  const died = once(started, "exit").then(([code]) => Promise.reject(new Error(`It ended with ${code} as it began`)));
  const isUp = Promise.race([once(started, "message"), died]);
  // The last one is ended unused, on a slow machine before it is up: nobody waits for it.
  isUp.catch(() => {});
  return { process: started, isUp };
}

/** What is said of a file by what its lost worker left of it. */
const LEFT: Record<string, string> = { imported: "kept", importing: "again" };

/** A killed process's last statements run to their end, those too that the server has yet to read: its connections go then. */
async function quiet(): Promise<void> {
  const killed = "select from pg_stat_activity where datname = current_database() and application_name = 'killed'";
  while ((await pool.query(killed)).rowCount) await sleep(20);
}

test(`an import killed at ${KILLS} random moments ends as one that nobody disturbed, and says that it was taken up again`, async () => {
  const sessionId = await requested();
  const undisturbed = worker();
  await undisturbed.isUp;
  undisturbed.process.send(sessionId);
  const began = performance.now();
  await once(undisturbed.process, "message");
  const whole = performance.now() - began;
  const expected = await state();
  expect(expected.history).not.toMatch(/^0 /);

  const stages = new Map<string, number>();
  let next = worker();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const victim = next;
    const id = await requested();
    await victim.isUp;
    victim.process.send(id);
    await sleep(Math.random() * whole);
    victim.process.kill("SIGKILL");
    if (victim.process.exitCode === null && victim.process.signalCode === null) await once(victim.process, "exit");
    await quiet();
    next = worker();
    const left = await getImportSession(await systemContext("test"), id);
    const stage = left.request ? (left.progress?.stage ?? "waiting") : "done";
    stages.set(stage, (stages.get(stage) ?? 0) + 1);
    for (const { table } of left.files.filter(({ status }) => status !== "imported"))
      expect((await pool.query(`select count(*)::int as rows from ${table}`)).rows, table).toEqual([{ rows: 0 }]);
    // A run's lease outlives its holder by minutes: until then its import waits, and this does not.
    await resumeImports();
    await pool.query("update leases set expires_at = now()");
    await resumeImports();
    const ended = await getImportSession(await systemContext("test"), id);
    expect(ended).toMatchObject({ request: null, error: null });
    expect(ended.resumed > 0, stage).toBe(stage !== "done" && stage !== "waiting");
    const said = left.files.map(({ status }) => (ended.resumed > 0 ? LEFT[status] : undefined));
    expect(ended.files.map(({ facts }) => facts?.interrupted)).toEqual(said);
    expect(await state(), `killed while ${stage}`).toEqual(expected);
  }
  next.process.kill("SIGKILL");
  if (process.env.IMPORT_KILLS) console.log(`whole ${Math.round(whole)} ms; killed while`, Object.fromEntries(stages));
}, 3_600_000);
