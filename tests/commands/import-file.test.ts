import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { correctSignal } from "@/lib/commands/correct-signal";
import { type ImportLedger, importFile } from "@/lib/commands/import-file";
import { parseMapping } from "@/lib/ingest/mapping";
import { systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let folder: string;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  folder = await mkdtemp(join(tmpdir(), "import-"));
});

async function bring(
  table: string,
  csv: string | Buffer,
  options: { mapping?: object; isDryRun?: boolean } = {},
): Promise<ImportLedger> {
  const path = join(folder, `${table}.csv`);
  await writeFile(path, csv);
  const mapping = options.mapping ? parseMapping(JSON.stringify(options.mapping)) : null;
  return importFile(await systemContext("import"), { table, path, mapping, isDryRun: options.isDryRun ?? false });
}

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await pool.query(sql)).rows as Row[];
}

const ACCOUNTS = `account_id,name,segment,customer_since,arr,currency,seats,contract_start,renewal_date,attributes.plan
a-1,Acme,SMB,2025-01-01,12000.50,USD,10,2026-01-01,2026-12-31,gold
a-2,"Ümlaut, ""GmbH""",Enterprise,2025-02-01,5000000,JPY,20,2026-02-01,2027-01-31,
`;

describe("importing a file", () => {
  it("brings accounts with their segment, attributes and one contract; again, it changes nothing", async () => {
    expect(await bring("accounts", ACCOUNTS)).toMatchObject({ accepted: 2, unchanged: 0, rejections: [] });
    expect(await bring("accounts", ACCOUNTS)).toMatchObject({ accepted: 0, unchanged: 2, rejections: [] });
    expect(await rows("select external_id, slug, name from accounts order by 1")).toEqual([
      { external_id: "a-1", slug: "acme", name: "Acme" },
      { external_id: "a-2", slug: "mlaut-gmbh", name: 'Ümlaut, "GmbH"' },
    ]);
    expect(await rows("select arr_cents, currency from contracts order by arr_cents")).toEqual([
      { arr_cents: 1200050, currency: "USD" },
      { arr_cents: 5000000, currency: "JPY" },
    ]);
    expect(await rows("select segment, attributes from account_attributes order by segment desc")).toEqual([
      { segment: "SMB", attributes: { plan: "gold" } },
      { segment: "Enterprise", attributes: {} },
    ]);
  });

  it("names every row it cannot take by line, column and reason, and takes the rest", async () => {
    const csv = [
      "account_id,id,opened_at,closed_at,severity,csat",
      "a-1,t1,2026-03-01,2026-03-02,high,5",
      "a-9,t2,2026-03-01,,high,",
      "a-1,t3,2026-02-30,,high,",
      "a-1,t4,2026-03-01,,urgent,",
      "a-1,t5,2026-03-02,2026-03-01,low,",
      "a-1,t6,2026-03-01,,low,7",
      ",t7,2026-03-01,,low,",
      "a-1,t8,2026-03-01,,low",
      "a-2,t9,2026-03-01T10:00:00Z,,,",
    ].join("\r\n");
    const ledger = await bring("tickets", `\uFEFF${csv}`);
    expect(ledger.accepted).toBe(1);
    expect(ledger.rejections.map(({ line, column }) => `${line} ${column}`)).toEqual([
      "4 opened_at",
      "5 severity",
      "6 closed_at",
      "7 csat",
      "8 account_id",
      "9 ",
      "10 severity",
    ]);
    expect(ledger.waiting).toBe(1);
    expect(ledger.accepted + ledger.unchanged + ledger.rejections.length + ledger.waiting).toBe(ledger.records);
  });

  it("keeps a field that is blank, empties one that says NULL", async () => {
    await bring("tickets", "account_id,id,opened_at,severity,csat\na-1,k1,2026-03-01,high,4\n");
    await bring("tickets", "account_id,id,opened_at,severity,csat\na-1,k1,,low,\n");
    expect(await rows("select severity, csat from tickets where external_id = 'k1'")).toEqual([
      { severity: "low", csat: 4 },
    ]);
    await bring("tickets", "account_id,id,csat\na-1,k1,NULL\n");
    expect(await rows("select severity, csat from tickets where external_id = 'k1'")).toEqual([
      { severity: "low", csat: null },
    ]);
  });

  it("takes one of two equal rows and refuses a second with the same key and other values", async () => {
    const ledger = await bring(
      "usage_days",
      "account_id,day,active_users\na-1,2026-03-01,4\na-1,2026-03-01,4\na-1,2026-03-01,5\n",
    );
    expect(ledger).toMatchObject({ accepted: 1, unchanged: 1, rejections: [{ line: 4, column: "day" }] });
  });

  it("renames, joins through contracts, sums and counts to the table's grain", async () => {
    await bring(
      "contracts",
      "account_id,id,starts_on,arr,currency\na-1,S1,2025-01-01,1,USD\na-1,S2,2025-01-01,1,USD\na-2,S3,2025-01-01,1,USD\n",
    );
    const mapping = {
      columns: {
        account_id: { from: "sub", through: "contracts" },
        day: "date",
        events: { from: "n", group: "sum" },
        features_used: { from: "feature", group: "count_distinct" },
        session_minutes: { from: "secs", group: "sum", times: 1 / 60 },
      },
    };
    const csv =
      "sub,date,feature,n,secs\nS1,2026-05-01,x,2,90\nS2,2026-05-01,x,3,60\nS2,2026-05-01,y,1,30\nS3,2026-05-01,x,7,1\nS9,2026-05-01,x,7,1\n";
    const ledger = await bring("usage_days", csv, { mapping });
    expect(ledger).toMatchObject({ records: 5, rows: 3, accepted: 2, rejections: [{ line: 6, column: "account_id" }] });
    const usage =
      "select events, features_used, session_minutes from usage_days where day = '2026-05-01' order by events";
    expect(await rows(usage)).toEqual([
      { events: 6, features_used: 2, session_minutes: 3 },
      { events: 7, features_used: 1, session_minutes: 0 },
    ]);
  });

  it("takes days without a row as zero use where the mapping says so, as unknown where it does not", async () => {
    const mapping = { columns: { account_id: "a", day: "d", events: { from: "n", group: "sum" } }, quietDays: "zero" };
    const csv = "a,d,n\na-1,2026-06-01,2\na-1,2026-06-01,1\na-1,2026-06-03,5\na-2,2026-06-02,1\n";
    const ledger = await bring("usage_days", csv, { mapping });
    expect(ledger).toMatchObject({ records: 4, rows: 3, filled: 2, accepted: 5 });
    const usage = `select external_id || ' ' || day as day, events, active_users from usage_days join accounts on id = account_id
      where day >= '2026-06-01' order by 1`;
    expect(await rows(usage)).toEqual([
      { day: "a-1 2026-06-01", events: 3, active_users: null },
      { day: "a-1 2026-06-02", events: 0, active_users: null },
      { day: "a-1 2026-06-03", events: 5, active_users: null },
      { day: "a-2 2026-06-02", events: 1, active_users: null },
      { day: "a-2 2026-06-03", events: 0, active_users: null },
    ]);
  });

  it("marks the accounts it changes from the earliest day on", async () => {
    await pool.query("delete from changed_accounts");
    await bring("invoices", "account_id,issued_on,due_on,amount\na-2,2026-04-01,2026-04-15,10\n");
    expect(await rows("select from_day from changed_accounts")).toEqual([{ from_day: "2026-04-15" }]);
  });

  it("leaves nothing behind on a dry run, and tells what would happen", async () => {
    const ledger = await bring("metrics", "account_id,key,day,value\na-1,headcount,2026-01-01,50\n", {
      isDryRun: true,
    });
    expect(ledger.accepted).toBe(1);
    expect(await rows("select * from metrics")).toEqual([]);
  });

  it("takes what stands before a quote that never closes, and counts the lines behind it as not read", async () => {
    const csv = 'account_id,key,day,value\na-1,x,2026-01-01,1\na-1,"y,2026-01-01,1\na-1,z,2026-01-01,1\n';
    expect(await bring("metrics", csv, { isDryRun: true })).toMatchObject({
      accepted: 1,
      records: 1,
      notRead: 2,
      unreadable: { line: 3, reason: "a quote opens and never closes" },
    });
  });

  it("refuses a file whose header cannot name columns", async () => {
    await expect(bring("metrics", "account_id,key,key,day,value\n1,2,3,4,5\n")).rejects.toThrow(
      /Two columns are named "key"/,
    );
    expect(await rows("select * from metrics")).toEqual([]);
  });

  it("adds a month's scorecard as a version only where an answer differs", async () => {
    const card = (champion: string) =>
      `account_id,period,champion,executive,outcome,reason\na-1,2026-10,${champion},n/a,defensible,met Ann\n`;
    expect(await bring("scorecards", card("active"))).toMatchObject({ accepted: 1 });
    expect(await bring("scorecards", card("active"))).toMatchObject({ accepted: 0, unchanged: 1 });
    await bring("scorecards", card("missing"));
    const versions = await rows("select version, champion, executive, submitted_on from scorecards order by version");
    expect(versions).toEqual([
      { version: 1, champion: "active", executive: "n/a", submitted_on: "2026-10-31" },
      { version: 2, champion: "missing", executive: "n/a", submitted_on: "2026-10-31" },
    ]);
  });

  it("never mixes with the demo company unasked", async () => {
    await pool.query("update settings set is_demo = true");
    await expect(bring("accounts", ACCOUNTS)).rejects.toThrow(/demo company/);
    await pool.query("update settings set is_demo = false");
  });

  it("corrects one row by hand, with a reason, and tells what it was", async () => {
    const ctx = await systemContext("test");
    await pool.query("update settings set is_demo = false");
    await bring("invoices", "account_id,id,issued_on,due_on,amount\na-1,I-1,2026-04-01,2026-04-15,10.50\n");
    const { id } = (await rows<{ id: number }>("select id from accounts where external_id = 'a-1'"))[0] ?? { id: 0 };
    await pool.query("delete from changed_accounts");
    const correction = { table: "invoices", accountId: id, key: { id: "I-1" }, reason: "the bank's statement" };
    await correctSignal(ctx, { ...correction, values: { paid_on: "2026-04-20", amount: "12.75" } });
    expect(await rows("select paid_on, amount_cents from invoices where external_id = 'I-1'")).toEqual([
      { paid_on: "2026-04-20", amount_cents: 1275 },
    ]);
    expect(await rows("select account_id from changed_accounts")).toEqual([{ account_id: id }]);
    expect(await rows("select before, after from audit where entry = 'signal.corrected'")).toMatchObject([
      { before: { amount_cents: 1050, paid_on: null }, after: { amount_cents: 1275, reason: "the bank's statement" } },
    ]);
    const wrong = correctSignal(ctx, { ...correction, values: { amount: "much" } });
    await expect(wrong).rejects.toThrow('amount: "much" is not a number');
    await expect(correctSignal(ctx, { ...correction, key: { id: "I-9" }, values: {} })).rejects.toThrow("no such row");
  });
});
