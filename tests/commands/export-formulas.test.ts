import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { exportTables } from "@/lib/commands/export-tables";
import { importFile } from "@/lib/commands/import-file";
import { writeCsv } from "@/lib/ingest/write-csv";
import { systemContext } from "@/lib/server/context";
import { isLive, PAYLOADS } from "@/tests/ingest/formula-payloads";
import { testDatabase } from "@/tests/setup";

/** Every text field of every table that a file fills, each holding each payload. People's e-mails must be addresses. */
const FILL = [
  `insert into people (email, name) select 'p' || i || '@x.test', p from payload`,
  `insert into accounts (id, external_id, slug, name, domain, industry, region, source, crm_url)
     overriding system value select i, p, 's' || i, p, p, p, p, p, p from payload`,
  `update accounts set parent_id = id + 1 where id % 2 = 1`,
  `insert into account_attributes select i, '2025-01-01', p, p, jsonb_build_object('plan', p) from payload`,
  `insert into contracts select i, p, '2026-01-01', null, 100, 'USD', null, false, 0 from payload`,
  `insert into feature_usage select i, p, '2026-01-01', p, 1 from payload`,
  `insert into entitlements select i, p, '2026-01-01' from payload`,
  `insert into tickets select i, p, '2026-01-01 00:00:00+00', null, 'low' from payload`,
  `insert into touchpoints (account_id, external_id, at, kind, contact_external_id, summary)
     select i, p, '2026-01-01 00:00:00+00', 'call', p, p from payload`,
  `insert into invoices select i, p, '2026-01-01', '2026-01-02', null, -100, 'USD' from payload`,
  `insert into contacts select i, p, p, 'user', p, p, '2026-01-01' from payload`,
  `insert into surveys select i, p, '2026-01-01 00:00:00+00', 'nps', 1, p from payload`,
  `insert into milestones select i, p, p, 'outcome', '2026-01-01' from payload`,
  `insert into events select i, p, '2026-01-01 00:00:00+00', p, -1, p from payload`,
  `insert into metrics select i, p, '2026-01-01', -1 from payload`,
  `insert into outcomes select i, p, 'churned', '2026-01-01', '2026-01-01', null, null, 'USD', p, null, p from payload`,
  `insert into scorecards (account_id, period, version, champion, executive, outcome, champion_note, executive_note, outcome_note, recorded_as, submitted_on)
     select i, '2026-01', 1, 'active', 'n/a', 'missing', p, p, p, 'import', '2026-01-31' from payload`,
];
const TABLES = FILL.flatMap((sql) => /^insert into (?!account_attributes)(\w+)/.exec(sql)?.[1] ?? []);

let pool: Pool;
let folder: string;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  folder = await mkdtemp(join(tmpdir(), "formulas-"));
  await pool.query(
    "create table payload as select i, p || ' ' || i as p from unnest($1::text[]) with ordinality as t (p, i)",
    [PAYLOADS],
  );
  for (const sql of FILL) await pool.query(sql);
  await exportTables(await systemContext("test"), { tables: TABLES, asOf: null }, (table, out) =>
    writeFile(join(folder, `${table}.csv`), Readable.from(writeCsv(out))),
  );
}, 240_000);

test(`none of ${PAYLOADS.length} payloads is live in any text field or header of any table's file`, async () => {
  for (const table of TABLES) {
    const records: string[][] = parse(await readFile(join(folder, `${table}.csv`)), { bom: true });
    expect(records.length, table).toBeGreaterThan(500);
    const live = records.flat().filter((cell) => isLive(cell) && !/^-\d+(\.\d+)?$/.test(cell));
    expect(live, table).toEqual([]);
  }
});

test("all of them come back as they were: the import changes nothing", { timeout: 60_000 }, async () => {
  const ctx = await systemContext("test");
  for (const table of TABLES) {
    const ledger = await importFile(ctx, { table, path: join(folder, `${table}.csv`), mapping: null });
    expect(ledger, table).toMatchObject({ accepted: 0, rejections: [], unchanged: PAYLOADS.length });
  }
});
