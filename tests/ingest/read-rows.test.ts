import { describe, expect, it } from "vitest";
import { hostOf } from "@/lib/ingest/account-key";
import { linkOf } from "@/lib/ingest/link-of";
import { parseMapping } from "@/lib/ingest/mapping";
import { metricsMapping } from "@/lib/ingest/melt-record";
import type { CsvRecord } from "@/lib/ingest/read-records";
import { type FileShape, type RowTarget, readRows, type SourceRow } from "@/lib/ingest/read-rows";
import type { TableSpec } from "@/lib/ingest/table-spec";
import { TABLES } from "@/lib/ingest/tables";

async function* records(cells: Array<Record<string, string>>): AsyncGenerator<CsvRecord> {
  for (const [index, one] of cells.entries()) yield { line: index + 2, cells: one, wrongCount: null, fault: null };
}

function spec(table: string): TableSpec {
  const found = TABLES.get(table);
  if (!found) throw new Error(`no table ${table}`);
  return found;
}

async function read(
  table: string,
  mapping: object,
  cells: Array<Record<string, string>>,
  more: Partial<RowTarget> = {},
): Promise<{ rows: SourceRow[]; shape: FileShape }> {
  const shape = { records: 0, leftOut: 0, ignored: [] };
  const rows: SourceRow[] = [];
  const target = { spec: spec(table), ...more };
  for await (const row of readRows(records(cells), target, parseMapping(JSON.stringify(mapping)), shape))
    rows.push(row);
  return { rows, shape };
}

const cellsOf = ({ rows }: { rows: SourceRow[] }) => rows.map(({ cells, refused }) => refused ?? cells);

describe("cells", () => {
  it("are read in the file's formats, or a column's own", async () => {
    const mapping = {
      columns: { account_id: "k", issued_on: "d", due_on: "e", amount: "a" },
      formats: { dates: "dmy", decimal: "," },
      columnFormats: { e: { dates: "mdy" } },
    };
    const found = await read("invoices", mapping, [
      { k: "A", d: "03.04.2026", e: "04/05/2026", a: "1.234,50 €" },
      { k: "A", d: "31.02.2026", e: "04/05/2026", a: "1" },
      { k: "A", d: "03.04.2026", e: "", a: "-" },
    ]);
    expect(cellsOf(found)).toEqual([
      { account_id: "A", issued_on: "2026-04-03", due_on: "2026-04-05", amount: "1234.5", currency: "EUR" },
      { column: "issued_on", reason: expect.stringContaining("31.02.2026") },
      { account_id: "A", issued_on: "2026-04-03", due_on: "", amount: "" },
    ]);
  });

  it("hold our words for theirs whatever their case, times a factor, first name before last", async () => {
    const contact = {
      columns: { account_id: "k", name: { from: "f", and: ["l"] }, role: "r" },
      values: { role: { Boss: "sponsor" } },
    };
    const people = await read("contacts", contact, [
      { k: "A", f: "Ann", l: "Lee", r: " BOSS " },
      { k: "A", f: "", l: "Tan", r: "user" },
    ]);
    expect(cellsOf(people)).toEqual([
      { account_id: "A", name: "Ann Lee", role: "sponsor" },
      { account_id: "A", name: "Tan", role: "user" },
    ]);
    const priced = await read("contracts", { columns: { account_id: "k", arr: { from: "mrr", times: 12 } } }, [
      { k: "A", mrr: "$99.99" },
    ]);
    expect(priced.rows[0]?.cells.arr).toBe("1199.88");
  });

  it("of the rows that are wanted only: the others are counted", async () => {
    const mapping = { columns: { account_id: "k", kind: "s" }, only: { s: ["Closed Won"] } };
    const found = await read("outcomes", mapping, [
      { k: "A", s: "closed won" },
      { k: "B", s: "Open" },
    ]);
    expect(found.shape).toMatchObject({ records: 2, leftOut: 1 });
    expect(found.rows).toHaveLength(1);
  });
});

describe("the account", () => {
  const accounts = new Map([
    ["acme", "a-1"],
    ["twins", null],
  ]);

  it("is known by its name, or by a near miss that somebody confirmed; several or none are told apart", async () => {
    const mapping = { columns: { account_id: "k" }, accountBy: "name", accountMatches: { "ACME Crop": "a-1" } };
    const found = await read(
      "events",
      mapping,
      [{ k: " Acme " }, { k: "acme crop" }, { k: "Twins" }, { k: "Nobody" }],
      { accounts },
    );
    expect(cellsOf(found)).toEqual([
      { account_id: "a-1" },
      { account_id: "a-1" },
      { column: "account_id", reason: '"Twins": several accounts have this name' },
      { account_id: "name:Nobody" },
    ]);
  });

  it("is known by the domain of an address or an e-mail", async () => {
    expect(["https://www.Acme.test/a?b", "ops@acme.test", "ACME.test.", "acme.test:443"].map(hostOf)).toEqual(
      Array(4).fill("acme.test"),
    );
    const byDomain = { accounts: new Map([["acme.test", "a-1"]]) };
    const found = await read(
      "events",
      { columns: { account_id: "k" }, accountBy: "domain" },
      [{ k: "x@acme.test" }],
      byDomain,
    );
    expect(cellsOf(found)).toEqual([{ account_id: "a-1" }]);
  });

  it("is found through another file, and then by its name", async () => {
    const subscriptions = records([
      { sub: "S1", customer: "Acme" },
      { sub: "s2", customer: "Twins" },
      { sub: "S3", customer: "Acme" },
      { sub: "S3", customer: "Other" },
    ]);
    const link = { name: "subs", accounts: await linkOf(subscriptions, { key: "sub", account: "customer" }) };
    const mapping = {
      columns: { account_id: { from: "k", link: "subs" }, day: "d" },
      links: { subs: { importId: 1, key: "sub", account: "customer" } },
      accountBy: "name",
    };
    const found = await read(
      "usage_days",
      mapping,
      [
        { k: "s1", d: "2026-01-01" },
        { k: "S3", d: "2026-01-01" },
      ],
      { accounts, link },
    );
    expect(cellsOf(found)).toEqual([
      { account_id: "a-1", day: "2026-01-01" },
      { column: "account_id", reason: '"S3": no row of subs has this id, or rows of several accounts do' },
    ]);
  });
});

describe("wide metrics", () => {
  const mapping = {
    columns: { account_id: "k", day: "d" },
    melt: { Heads: "headcount", Calls: "api_calls" },
    formats: { decimal: "," },
  };
  const cells = [
    { k: "A", d: "2026-03-01", Heads: "30", Calls: "1.234,5" },
    { k: "B", d: "2026-03-01", Heads: "", Calls: "many" },
    { k: "C", d: "2026-03-01", Heads: "", Calls: "-" },
  ];

  it("become a row for each filled cell; a record without any is left out", async () => {
    const found = await read("metrics", mapping, cells);
    expect(cellsOf(found)).toEqual([
      { account_id: "A", day: "2026-03-01", key: "headcount", value: "30" },
      { account_id: "A", day: "2026-03-01", key: "api_calls", value: "1234.5" },
      { column: "Calls", reason: '"many" is not a number' },
    ]);
    expect(found.rows.map(({ line }) => line)).toEqual([2, 2, 3]);
    expect(found.shape.leftOut).toBe(1);
  });

  it("beside another table are read by a mapping of their own; undated tables have none", () => {
    const usage = parseMapping(JSON.stringify({ ...mapping, columns: { ...mapping.columns, active_users: "u" } }));
    expect(metricsMapping(usage, spec("usage_days"))).toMatchObject({
      columns: { account_id: { from: "k" }, day: { from: "d" } },
      melt: { Heads: "headcount" },
    });
    expect(metricsMapping({ ...usage, melt: {} }, spec("usage_days"))).toBeNull();
    expect(() => metricsMapping(usage, spec("accounts"))).toThrow(/attributes\.Heads/);
  });
});

it("a mapping that reads what is not there, or joins what it does not name, is refused", async () => {
  await expect(read("events", { columns: { account_id: "gone" } }, [{ k: "A" }])).rejects.toThrow(/reads "gone"/);
  await expect(read("events", { columns: { nothing: "k" } }, [{ k: "A" }])).rejects.toThrow(/fills "nothing"/);
  await expect(read("events", { columns: { account_id: { from: "k", link: "x" } } }, [{ k: "A" }])).rejects.toThrow(
    /through "x"/,
  );
  await expect(read("events", { columns: { account_id: "k" }, every: "week" }, [{ k: "A" }])).rejects.toThrow(
    /Only usage/,
  );
});
