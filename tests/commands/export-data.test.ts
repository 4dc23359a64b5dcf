import { parse } from "csv-parse/sync";
import type { Pool } from "pg";
import { beforeAll, expect, it } from "vitest";
import { LISTS } from "@/app/api/export/lists";
import { databaseOn } from "@/db/client";
import { exportList } from "@/lib/commands/export-list";
import type { Role } from "@/lib/core/access";
import { readSheets } from "@/lib/ingest/read-xlsx";
import { writeCsv } from "@/lib/ingest/write-csv";
import { writeXlsx } from "@/lib/ingest/write-xlsx";
import { type Ctx, contextOf } from "@/lib/server/context";
import type { Viewer } from "@/lib/server/viewer-context";
import { testDatabase } from "@/tests/setup";

type Person = Ctx & { actor: Viewer };
let pool: Pool;
let admin: Person;
let csm: Person;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  [admin, csm] = [await person("admin"), await person("csm")];
  const session = "insert into import_sessions (started_by) values ('x') returning id";
  await pool.query(`with s as (${session}) insert into imports (session_id, table_name, file_name, file_hash, status, accepted, rejected, imported_by, facts)
    select id, 'tickets', '=cmd|x.csv', 'h' || n, 'imported', n, 2, 'system:test', '{"records": 14, "created": 12, "updated": 0, "rows": 14}' from s, generate_series(1, 12) n`);
  await pool.query(
    "insert into import_faults (import_id, line, field, reason) values (1, 3, 'day', '@SUM(1) is not a day'), (1, 4, 'day', '-')",
  );
  await pool.query("insert into sources (name, kind, created_by, config) values ('+Billing', 'api', 'x', '{}')");
  await pool.query(
    "insert into feeds (feed, first_day, last_day, rows) values ('tickets', '2026-01-01', '2026-02-01', 9)",
  );
  for (const id of [admin.actor.personId, csm.actor.personId])
    await pool.query(
      `insert into notifications (person_id, kind, text, href, dedupe_key, read_at)
       select $1::int, 'import_completed', '=1+1 ' || n, '/data', $1::int || '-' || n, case when n > 60 then now() end from generate_series(1, 70) n`,
      [id],
    );
});

async function person(role: Role): Promise<Person> {
  const { rows } = await pool.query<{ id: number }>("insert into people (email, name) values ($1, $1) returning id", [
    `${role}@x.test`,
  ]);
  const actor: Viewer = {
    kind: "person",
    personId: rows[0]?.id as number,
    name: role,
    email: `${role}@x.test`,
    roles: [role],
  };
  return { ...(await contextOf(actor, databaseOn(pool))), actor };
}

async function taken(ctx: Person, list: string, query = "") {
  const listed = LISTS[list];
  if (!listed) throw new Error(`no list ${list}`);
  const { words, read } = await listed(ctx, new URLSearchParams(query));
  const found = await exportList(ctx, { list, filter: {}, format: "csv", most: 1000 }, read);
  let text = "";
  for await (const piece of writeCsv(found)) text += piece;
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  const book = Buffer.from(await writeXlsx(found, list));
  const [sheet] = await readSheets({
    name: "list.xlsx",
    open: async function* () {
      yield book;
    },
  });
  expect(sheet?.rows).toHaveLength(rows.length + 1);
  return { name: words.filter(Boolean).join("_"), rows };
}

it("imports are every file and not only the last ten, and no name of theirs is a formula", async () => {
  const { rows } = await taken(admin, "imports");
  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({
    import: "12",
    file: "'=cmd|x.csv",
    table: "tickets",
    status: "imported",
    taken: "12",
  });
});

it("an import's ledger says what became of every record, and its faults line by line", async () => {
  const ledger = await taken(admin, "import-ledger", "session=1");
  expect(ledger.name).toBe("1");
  expect(ledger.rows).toHaveLength(12);
  expect(ledger.rows[0]).toMatchObject({ records: "14", new: "12", changed: "0", rejected: "2", waiting: "0" });
  const faults = await taken(admin, "import-faults", "import=1");
  expect(faults.rows.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    ["3", "day", "'@SUM(1) is not a day"],
    ["4", "day", "'-"],
  ]);
  expect(() => LISTS["import-faults"]?.(admin, new URLSearchParams("import=1%20or%201"))).toThrow("Say which");
});

it("sources and feeds are what /data shows", async () => {
  expect((await taken(admin, "sources")).rows).toMatchObject([{ name: "'+Billing", kind: "api", last_delivery: "" }]);
  const { rows } = await taken(csm, "feeds");
  expect(rows.find(({ feed }) => feed === "tickets")).toMatchObject({
    state: "stale",
    last_day: "2026-02-01",
    rows: "9",
  });
  expect(rows.length).toBeGreaterThan(8);
});

it("an inbox is the person's own, beyond the page, by its filter", async () => {
  expect((await taken(csm, "inbox")).rows).toHaveLength(60);
  const all = await taken(csm, "inbox", "show=all&after=3");
  expect([all.name, all.rows.length, all.rows[0]?.text]).toEqual(["all", 70, "'=1+1 70"]);
});

it("what only administrators see, only they take out", async () => {
  for (const [list, query] of [
    ["imports"],
    ["import-ledger", "session=1"],
    ["import-faults", "import=1"],
    ["sources"],
  ] as const)
    await expect(taken(csm, list, query), list).rejects.toMatchObject({ kind: "forbidden" });
});
