import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { getImportSession } from "@/db/queries/get-import-session";
import { mapImport } from "@/lib/commands/map-import";
import { previewImport } from "@/lib/commands/preview-import";
import { requestImport } from "@/lib/commands/request-import";
import { startImport } from "@/lib/commands/start-import";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { Mapping } from "@/lib/ingest/mapping";
import { importSession } from "@/lib/jobs/import-session";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { randomCsv } from "./random-csv";

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await testDatabase());
});

async function session(...files: Array<[table: string, csv: string]>): Promise<number> {
  const ctx = await systemContext("test");
  const { sessionId } = await startImport(ctx);
  for (const [table, csv] of files) {
    const bytes = (async function* () {
      yield Buffer.from(csv);
    })();
    const { importId } = await uploadImportFile(ctx, { sessionId, name: `${table}.csv`, length: null, bytes });
    const headers = csv.split("\n", 1)[0]?.split(",") ?? [];
    const mapping = Mapping.parse({ columns: Object.fromEntries(headers.map((one) => [one, one])) });
    await mapImport(ctx, { importId, table, mapping });
  }
  return sessionId;
}

async function ask(sessionId: number, what: "preview" | "apply", isScored = false) {
  const ctx = await systemContext("test");
  await requestImport(ctx, { sessionId, what, intoDemo: false });
  await importSession(sessionId, { isScored });
  return getImportSession(ctx, sessionId);
}

const people = "email,name,role,manager_email\np0@x.test,P0,csm,\n";
const accounts = `account_id,name,arr,contract_start\n${[0, 1, 2, 3].map((n) => `u-${n},N${n},${n}00,2026-01-01`).join("\n")}\n`;

describe("a preview", () => {
  it("counts what the import then does, whatever is there already", async () => {
    await ask(await session(["people", people]), "apply");
    for (let seed = 1; seed <= 12; seed += 1) {
      const files = randomCsv(seed);
      const sessionId = await session(...files);
      const tried = await ask(sessionId, "preview");
      const done = await ask(sessionId, "apply");
      for (const [index, file] of done.files.entries()) {
        const { created, updated, unchanged, rejected, waiting } = tried.files[index]?.preview?.counts ?? {};
        expect({ seed, error: tried.files[index]?.error, accepted: (created ?? 0) + (updated ?? 0), created }).toEqual({
          ...{ seed, error: file.error, accepted: file.counts.accepted },
          created: file.facts?.created,
        });
        expect({ unchanged, rejected, waiting }).toEqual({
          unchanged: file.counts.unchanged,
          rejected: file.counts.rejected,
          waiting: file.counts.waiting,
        });
      }
    }
  }, 240_000);

  it("does not wait for whoever writes the same rows, nor do they wait for it", async () => {
    const usage = (events: number) =>
      `account_id,day,events\n${Array.from({ length: 4000 }, (_, n) => `u-${n % 4},${dayOf(n >> 2)},${events}`).join("\n")}\n`;
    await ask(await session(["accounts", accounts], ["usage_days", usage(1)]), "apply");
    const sessionId = await session(["accounts", accounts], ["usage_days", usage(2)], ["tickets", TICKETS]);
    const events = async () => (await pool.query("select sum(events)::int as n from usage_days")).rows[0].n;
    const before = await events();
    const writer = await pool.connect();
    const ctx = await systemContext("test");
    try {
      // Held by somebody else for as long as the preview takes.
      await writer.query("begin; set local idle_in_transaction_session_timeout = 0");
      await writer.query(
        "update usage_days set events = 7; update feeds set rows = 0; update accounts set name = 'Held'",
      );
      let during: Promise<unknown> | null = null;
      await previewImport(ctx, {
        sessionId,
        onProgress: (index) => {
          if (index === 2)
            during = pool.query(`select distinct relation::regclass::text as "table" from pg_locks l
              join pg_class c on c.oid = l.relation join pg_stat_activity a on a.pid = l.pid
              where a.datname = current_database() and a.backend_type = 'client backend' and l.pid <> ${backend(writer)} and l.mode not in ('AccessShareLock', 'RowShareLock')
                and c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ('{imports,import_sessions,audit}')`);
        },
      });
      expect(await during).toMatchObject({ rows: [] });
    } finally {
      await writer.query("rollback");
      writer.release();
    }
    const { files } = await getImportSession(ctx, sessionId);
    expect(files.map(({ error, preview }) => ({ error, updated: preview?.counts.updated }))).toEqual([
      { error: null, updated: 0 },
      { error: null, updated: 4000 },
      { error: null, updated: 0 },
    ]);
    expect(await events()).toBe(before);
  }, 240_000);

  it("tells what becomes of the bands, and changes none", async () => {
    const scored = await ask(
      await session(["tickets", "account_id,id,opened_at,severity\nu-1,s1,2026-11-01,low\n"]),
      "apply",
      true,
    );
    expect(scored.error).toBeNull();
    const before = (await pool.query("select account_id, day, tickets_opened from account_day order by 1, 2")).rows;
    const tried = await ask(
      await session(["accounts", `${accounts}u-9,New,900,2026-01-01\n`], ["tickets", TICKETS]),
      "preview",
    );
    expect(tried.effect).toMatchObject({ why: null, accounts: 5, moves: expect.arrayContaining([]) });
    expect(tried.effect?.moves?.filter(({ from }) => from === "new")).toHaveLength(1);
    expect((await pool.query("select account_id, day, tickets_opened from account_day order by 1, 2")).rows).toEqual(
      before,
    );
    expect((await pool.query("select count(*)::int as n from changed_accounts")).rows).toEqual([{ n: 0 }]);
  }, 240_000);
});

const dayOf = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const TICKETS = `account_id,id,opened_at,severity\n${Array.from({ length: 4000 }, (_, n) => `u-${n % 4},x${n},2026-11-${10 + (n % 9)},critical`).join("\n")}\n`;
const backend = (client: object) => (client as { processID: number }).processID;
