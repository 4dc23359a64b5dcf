import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { getErrorFile } from "@/db/queries/get-error-file";
import { getImportSession } from "@/db/queries/get-import-session";
import { describeImport } from "@/lib/commands/describe-import";
import { mapImport } from "@/lib/commands/map-import";
import { requestImport } from "@/lib/commands/request-import";
import { startImport } from "@/lib/commands/start-import";
import { undoImport } from "@/lib/commands/undo-import";
import { uploadImportFile } from "@/lib/commands/upload-import-file";
import { Mapping } from "@/lib/ingest/mapping";
import { writeCsv } from "@/lib/ingest/write-csv";
import { importSession, resumeImports } from "@/lib/jobs/import-session";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await testDatabase());
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

/** Uploads a file whose columns are ours and says so. */
async function upload(sessionId: number, table: string, csv: string, name = `${table}.csv`): Promise<number> {
  const ctx = await systemContext("test");
  const bytes = bytesOf(csv);
  const { importId } = await uploadImportFile(ctx, { sessionId, name, length: Buffer.byteLength(csv), bytes });
  const headers = csv.split("\n", 1)[0]?.split(",") ?? [];
  const columns = Object.fromEntries(headers.filter((one) => !one.startsWith("_")).map((one) => [one, one]));
  await mapImport(ctx, { importId, table, mapping: Mapping.parse({ columns }) });
  return importId;
}

async function start(): Promise<number> {
  return (await startImport(await systemContext("test"))).sessionId;
}

async function ask(sessionId: number, what: "preview" | "apply") {
  await requestImport(await systemContext("test"), { sessionId, what, intoDemo: false });
  await importSession(sessionId);
  return getImportSession(await systemContext("test"), sessionId);
}

const count = async (sql: string) => (await pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n as number;

const ACCOUNTS =
  "account_id,name,customer_since,arr,contract_start\na-1,Acme,2026-01-01,100,2026-01-01\na-2,Bolt,2026-01-01,200,2026-01-01\n";
const days = (account: string, from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, i) => `${account},2026-10-${String(from + i).padStart(2, "0")},${5 + i},3`,
  ).join("\n");
const USAGE = `account_id,day,active_users,logins\n${days("a-1", 1, 9)}\n${days("a-9", 1, 4)}\na-2,2026-13-01,1,1\n`;

describe("a session of files", () => {
  it("is tried whole, in the right order whatever the order of uploads, and leaves nothing behind", async () => {
    const sessionId = await start();
    await upload(sessionId, "usage_days", USAGE);
    await upload(sessionId, "accounts", ACCOUNTS);
    const session = await ask(sessionId, "preview");
    expect(session.request).toBeNull();
    expect(session.files.map(({ preview }) => preview?.counts)).toEqual([
      expect.objectContaining({
        records: 14,
        created: 9,
        updated: 0,
        unchanged: 0,
        rejected: 1,
        waiting: 4,
        notRead: 0,
      }),
      expect.objectContaining({ records: 2, created: 2, updated: 0, rejected: 0 }),
    ]);
    const [usage, accounts] = session.files;
    expect(usage?.preview?.faults).toEqual([
      { field: "day", reason: expect.any(String), count: 1, examples: [{ line: 15, reason: expect.any(String) }] },
    ]);
    expect(usage?.preview?.waitingKeys).toEqual([{ key: "a-9", rows: 4, near: [] }]);
    expect(accounts?.preview?.changes.filter(({ table }) => table === "accounts")).toMatchObject([
      { kind: "create", account: "a-1" },
      { kind: "create", account: "a-2" },
    ]);
    expect(usage?.preview?.changes[0]).toMatchObject({
      kind: "create",
      account: "a-1",
      key: { day: "2026-10-01" },
      fields: [
        { field: "active_users", before: null, after: "5" },
        { field: "logins", before: null, after: "3" },
        { field: "spread_days", before: null, after: "1" },
      ],
    });
    expect(await count("accounts")).toBe(0);
    expect(await count("waiting_rows")).toBe(0);
    expect(await count("import_changes")).toBe(0);
  });

  it("is written, scored without being asked, waits for accounts, and the error file comes back mended", async () => {
    const sessionId = await start();
    const usageId = await upload(sessionId, "usage_days", USAGE);
    const accountsId = await upload(sessionId, "accounts", ACCOUNTS);
    const session = await ask(sessionId, "apply");
    expect(session).toMatchObject({ request: null, error: null, result: { adoptedModel: true, accountsScored: 2 } });
    expect(session.files.map(({ status, counts }) => ({ status, ...counts }))).toMatchObject([
      { status: "imported", accepted: 9, rejected: 1, waiting: 4 },
      { status: "imported", accepted: 2, rejected: 0, waiting: 0 },
    ]);
    expect(await count("triage")).toBe(2);

    const { table, name } = await getErrorFile(await systemContext("test"), usageId);
    expect(name).toBe("usage_days_errors.csv");
    let text = "";
    for await (const piece of writeCsv(table)) text += piece;
    const [header, row] = text.replace("\uFEFF", "").split("\r\n");
    expect(header).toBe("account_id,day,active_users,logins,_row,_field,_error");
    expect(row).toMatch(/^a-2,2026-13-01,1,1,15,day,/);
    const mended = await start();
    await upload(mended, "usage_days", `${header}\n${row?.replace("2026-13-01", "2026-10-01")}\n`);
    const again = await ask(mended, "apply");
    expect(again.files[0]).toMatchObject({ counts: { accepted: 1, rejected: 0 }, facts: { ignoredColumns: [] } });

    const more = await start();
    const lateId = await upload(more, "accounts", "account_id,name,customer_since\na-9,Late,2026-01-01\n");
    await ask(more, "apply");
    const first = await getImportSession(await systemContext("test"), sessionId);
    expect(first.files[0]?.counts).toMatchObject({ accepted: 13, waiting: 0, rejected: 1 });
    expect(await count("usage_days join accounts on id = account_id where external_id = 'a-9'")).toBe(4);

    await undoImport(await systemContext("test"), { importId: lateId });
    const back = await getImportSession(await systemContext("test"), sessionId);
    expect(back.files[0]?.counts).toMatchObject({ accepted: 9, waiting: 4, rejected: 1 });
    expect(await count("accounts where external_id = 'a-9'")).toBe(0);
    await importSession(more);
    expect(await count("triage")).toBe(2);
    expect((await getImportSession(await systemContext("test"), more)).files[0]).toMatchObject({ status: "undone" });

    const repeated = await start();
    await upload(repeated, "accounts", ACCOUNTS);
    const same = await ask(repeated, "apply");
    expect(same.files[0]).toMatchObject({ sameAs: { importId: accountsId }, counts: { accepted: 0, unchanged: 2 } });
  }, 240_000);

  it("keeps no upload whose bytes are not those announced", async () => {
    const ctx = await systemContext("test");
    const sessionId = await start();
    const chunks = await count("import_chunks");
    const cut = uploadImportFile(ctx, { sessionId, name: "cut.csv", length: 99, bytes: bytesOf("account_id\na\n") });
    await expect(cut).rejects.toThrow("13 of 99 bytes of cut.csv came");
    expect(await count("import_chunks")).toBe(chunks);
  });

  it("reads a file again as a person says it is written", async () => {
    const ctx = await systemContext("test");
    const sessionId = await start();
    const csv = "account_id;day;events\na-1;2026-10-01;4\n";
    const { importId } = await uploadImportFile(ctx, { sessionId, name: "u.csv", length: null, bytes: bytesOf(csv) });
    const profile = await describeImport(ctx, { importId, table: "usage_days" });
    expect(profile.dialect.delimiter).toBe(";");
    expect(profile.sample).toEqual([{ account_id: "a-1", day: "2026-10-01", events: "4" }]);
    expect(profile.suggestion.table).toBe("usage_days");
  });

  it("whose worker or connection is killed at any point is written whole or not at all, and taken up again", async () => {
    const header = "account_id,id,opened_at,severity\n";
    for (let round = 0; round < 3; round += 1) {
      const sessionId = await start();
      const rows = Array.from({ length: 20_000 }, (_, i) => `a-1,k${round}-${i},2026-11-20,low`).join("\n");
      await upload(sessionId, "tickets", `${header}${rows}\n`);
      await requestImport(await systemContext("test"), { sessionId, what: "apply", intoDemo: false });
      const work = importSession(sessionId).catch(() => "lost");
      await new Promise((resolve) => setTimeout(resolve, 60 + round * 250));
      const { rows: killed } = await pool.query<{ pid: number }>(
        `select pid, pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and application_name = 'bellwether'`,
      );
      await work;
      const left = "select from pg_stat_activity where pid = any($1)";
      while ((await pool.query(left, [killed.map(({ pid }) => pid)])).rowCount);
      // The right to compute a run outlives a lost connection by minutes.
      await pool.query("update leases set expires_at = now()");
      const between = await count(`tickets where external_id like 'k${round}-%'`);
      expect([0, 20_000]).toContain(between);
      for (let tries = 0; tries < 4; tries += 1) await resumeImports().catch(() => null);
      const session = await getImportSession(await systemContext("test"), sessionId);
      expect(session).toMatchObject({ request: null, files: [{ status: "imported", counts: { accepted: 20_000 } }] });
      expect(await count(`tickets where external_id like 'k${round}-%'`)).toBe(20_000);
    }
  }, 240_000);
});
