import { createWriteStream } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { exportTables } from "@/lib/commands/export-tables";
import { importFile } from "@/lib/commands/import-file";
import { TABLES } from "@/lib/ingest/tables";
import { writeCsv } from "@/lib/ingest/write-csv";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { addAwkwardRows } from "./awkward-rows";

const TODAY = "2026-11-30";
const ORDER = [
  "people",
  "accounts",
  ...[...TABLES.keys()].filter((table) => table !== "people" && table !== "accounts"),
];
/** Signal tables as sums over their rows; ids of ours and moments of writing are not content. */
const SIGNALS = ORDER.filter((table) => TABLES.get(table)?.feed || table === "outcomes");

let from: Pool;
let folder: string;
let counts: Map<string, number>;

beforeAll(async () => {
  ({ pool: from } = await testDatabase());
  await loadDemo(from, { accounts: 25, days: 120 });
  await addAwkwardRows(from);
  const ctx = await systemContext("test", databaseOn(from));
  await computeRun(ctx);
  folder = await mkdtemp(join(tmpdir(), "export-"));
  const exported = await exportTables(ctx, { tables: ORDER, asOf: null }, (table, out) =>
    pipeline(Readable.from(writeCsv(out)), createWriteStream(join(folder, `${table}.csv`))),
  );
  counts = new Map(exported.map(({ table, rows }) => [table, rows]));
}, 240_000);

async function bring(pool: Pool, table: string, folderOf = folder) {
  const ctx = await systemContext("test", databaseOn(pool));
  const path = join(folderOf, `${table}.csv`);
  return importFile(ctx, { table, path, mapping: null, intoDemo: true });
}

async function sumOf(pool: Pool, table: string): Promise<string> {
  const { rows } = await pool.query(
    `select count(*) || ' ' || md5(coalesce(string_agg(line, E'\\n' order by line), '')) as sum from (
       select (to_jsonb(t) - '{account_id,recorded_at}'::text[] || jsonb_build_object('account', a.external_id))::text as line
       from ${table} t join accounts a on a.id = t.account_id) lines`,
  );
  return rows[0].sum;
}

/** In an empty database an attribute is what a file says: text. */
const ACCOUNTS = `select a.external_id, a.name, a.domain, a.industry, a.region, a.source, a.crm_url, a.customer_since, parent.external_id as parent,
    csm.email as csm, am.email as am, v.segment, v.lifecycle_stage,
    (select jsonb_object_agg(key, value #>> '{}') from jsonb_each(v.attributes)) as attributes
  from accounts a left join accounts parent on parent.id = a.parent_id
  left join lateral (select * from account_owners where account_id = a.id and valid_from <= '${TODAY}' order by valid_from desc limit 1) o on true
  left join people csm on csm.id = o.csm_id left join people am on am.id = o.am_id
  left join lateral (select * from account_attributes where account_id = a.id and valid_from <= '${TODAY}' order by valid_from desc limit 1) v on true
  order by 1`;
const CARDS = `select distinct on (a.external_id, c.period) a.external_id, c.period, c.champion, c.executive, c.outcome, c.champion_note,
    c.executive_note, c.outcome_note, p.email, c.submitted_on
  from scorecards c join accounts a on a.id = c.account_id left join people p on p.id = c.author_id
  where c.recorded_as <> 'challenge' order by a.external_id, c.period, c.version desc`;
const PEOPLE = `select p.email, p.name, m.email as manager, array(select role from person_roles where person_id = p.id order by role) as roles
  from people p left join people m on m.id = p.manager_id order by 1`;

describe("tables exported and imported", () => {
  it("hold rows, so that what follows means something", () => {
    for (const table of ORDER) expect(counts.get(table), table).toBeGreaterThan(0);
  });

  it("change nothing where they came from", { timeout: 120_000 }, async () => {
    for (const table of ORDER) {
      const ledger = await bring(from, table);
      expect(ledger, table).toMatchObject({
        accepted: 0,
        unchanged: counts.get(table),
        rejections: [],
        ignoredColumns: [],
      });
    }
  });

  it("make the same signals, accounts, people and cards in an empty database", { timeout: 120_000 }, async () => {
    const { pool: into } = await testDatabase();
    await into.query("update settings set today_fixed = $1", [TODAY]);
    for (const table of ORDER) expect((await bring(into, table)).rejections, table).toEqual([]);
    for (const table of SIGNALS) expect(await sumOf(into, table), table).toBe(await sumOf(from, table));
    for (const select of [ACCOUNTS, CARDS, PEOPLE])
      expect((await into.query(select)).rows).toEqual((await from.query(select)).rows);
  });

  it("log who took out what", async () => {
    const { rows } = await from.query("select subject, after from audit where entry = 'export.made'");
    expect(rows[0].subject).toContain("usage_days");
    expect(rows[0].after.rows.accounts).toBe(counts.get("accounts"));
  });

  it("change exactly the cell that somebody changed", async () => {
    const { rows } = await from.query("select external_id from accounts order by 1 limit 1");
    const id: string = rows[0].external_id;
    const edited = await mkdtemp(join(tmpdir(), "export-"));
    const ctx = await systemContext("test", databaseOn(from));
    const [done] = await exportTables(ctx, { tables: ["accounts"], asOf: null }, async (_, out) => {
      const industry = out.header.indexOf("industry");
      const rowsOut = [];
      for await (const row of out.rows)
        rowsOut.push(row[0] === id ? row.map((cell, i) => (i === industry ? "=Edited" : cell)) : row);
      await writeFile(join(edited, "accounts.csv"), Readable.from(writeCsv({ header: out.header, rows: rowsOut })));
    });
    expect(await bring(from, "accounts", edited)).toMatchObject({ accepted: 1, unchanged: (done?.rows ?? 0) - 1 });
    const found = await from.query("select industry from accounts where external_id = $1", [id]);
    expect(found.rows).toEqual([{ industry: "=Edited" }]);
  });
});
