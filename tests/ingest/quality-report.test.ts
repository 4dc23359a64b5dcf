import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { applyRows } from "@/lib/ingest/apply-rows";
import { dropLeaks } from "@/lib/ingest/drop-leaks";
import { parseMapping } from "@/lib/ingest/mapping";
import type { Finding } from "@/lib/ingest/quality-finding";
import { qualityReport } from "@/lib/ingest/quality-report";
import { rowsOf } from "@/lib/ingest/rows-of";
import { TABLES } from "@/lib/ingest/tables";
import { testDatabase } from "@/tests/setup";

const TODAY = "2026-11-22";
const CHURNED = 10;
const ALL = 60;
let pool: Pool;
/** The attributes and metrics that the last file brought. */
let written: string[] = [];

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query(
    `insert into accounts (external_id, slug, name, customer_since)
     select 'a' || n, 'a' || n, 'Account ' || n, '2025-01-01' from generate_series(1, $1) n`,
    [ALL],
  );
  await pool.query(
    `insert into outcomes (account_id, external_id, kind, decided_on, effective_on)
     select id, 'o', 'churned', '2026-05-01', '2026-06-01' from accounts where substr(external_id, 2)::int <= $1`,
    [CHURNED],
  );
});

async function report(
  table: string,
  cells: Array<Record<string, string>>,
  mapping: object | null = null,
): Promise<Finding[]> {
  const spec = TABLES.get(table);
  if (!spec) throw new Error(`no table ${table}`);
  const client = await pool.connect();
  try {
    await client.query("begin");
    let found: Finding[] = [];
    const read = mapping && parseMapping(JSON.stringify(mapping));
    const inspect = async () => {
      found = await qualityReport(client, { spec, today: TODAY, mapping: read, importId: null });
      await dropLeaks(client, spec, found);
    };
    const rows = cells.map((row, index) => ({ line: index + 2, cells: row }));
    await applyRows(client, rowsOf(rows), { spec, today: TODAY, workspaceCurrency: "USD", inspect });
    const kept = await client.query<{ name: string }>(
      `select distinct k as name from account_attributes, jsonb_object_keys(attributes) k union select distinct key from metrics order by 1`,
    );
    written = kept.rows.map(({ name }) => name);
    return found;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const of = (findings: Finding[], kind: Finding["kind"]) => findings.filter((one) => one.kind === kind);

describe("rows and their accounts", () => {
  it("orphans, rows below zero and rows that stand twice are counted with their lines", async () => {
    const findings = await report("usage_days", [
      { account_id: "a20", day: "2026-03-01", active_users: "5" },
      { account_id: "a20", day: "2026-03-01", active_users: "5" },
      { account_id: "a21", day: "2026-03-01", active_users: "5" },
      { account_id: "a21", day: "2026-03-01", active_users: "6" },
      { account_id: "zz", day: "2026-03-01", active_users: "5" },
      { account_id: "a22", day: "2026-03-01", active_users: "-5" },
    ]);
    expect(findings.map(({ kind, count, severity }) => ({ kind, count, severity }))).toEqual([
      { kind: "conflicts", count: 1, severity: "stops" },
      { kind: "duplicates", count: 1, severity: "warns" },
      { kind: "orphans", count: 1, severity: "stops" },
      { kind: "negative", count: 1, severity: "stops" },
    ]);
    expect(of(findings, "conflicts")[0]?.examples).toEqual([{ line: 5, text: "a21, as line 4" }]);
    expect(of(findings, "negative")[0]).toMatchObject({ column: "active_users", examples: [{ line: 7 }] });
  });

  it("accounts that stand twice, or under several ids with one domain, are named", async () => {
    const findings = await report("accounts", [
      { account_id: "n1", name: "Northwind", domain: "northwind.test" },
      { account_id: "N1", name: "Northwind Freight", domain: "" },
      { account_id: "n2", name: "Northwind GmbH", domain: "northwind.test" },
      { account_id: "n3", name: "Account 7", domain: "" },
    ]);
    expect(findings.map(({ kind, column, count }) => ({ kind, column, count }))).toEqual([
      { kind: "conflicts", column: null, count: 1 },
      { kind: "conflicts", column: "name", count: 1 },
      { kind: "conflicts", column: "domain", count: 1 },
    ]);
    expect(findings[1]?.examples).toEqual([{ line: 5, text: '"account 7" is a7, n3' }]);
  });

  it("dates in the future, before the customer existed and after it ended are told apart", async () => {
    const findings = await report("tickets", [
      { account_id: "a20", id: "1", opened_at: "2027-01-01", severity: "low" },
      { account_id: "a20", id: "2", opened_at: "2024-12-31", severity: "low" },
      { account_id: "a1", id: "3", opened_at: "2026-06-02", severity: "low" },
      { account_id: "a1", id: "4", opened_at: "2026-05-31", severity: "high" },
    ]);
    expect(findings.map(({ kind, count, examples }) => [kind, count, examples[0]?.line])).toEqual([
      ["future", 1, 2],
      ["before_customer", 1, 3],
      ["after_end", 1, 4],
    ]);
  });

  it("a column that says one thing in 99 of 100 cells is named; one that varies is not", async () => {
    const rows = numbers(1, 60).map((n) => ({
      account_id: `b${n}`,
      name: `B ${n}`,
      region: "EMEA",
      industry: `i${n % 3}`,
    }));
    expect(await report("accounts", rows)).toMatchObject([{ kind: "constant", column: "region", count: 60 }]);
    expect(await report("accounts", rows.slice(0, 40))).toEqual([]);
  });
});

describe("columns that tell the outcome", () => {
  const rows = numbers(1, ALL).map((n) => ({
    account_id: `a${n}`,
    "attributes.cancel_reason": n <= CHURNED - 1 ? "Price" : "",
    "attributes.state": n <= CHURNED ? "inactive" : "running",
    "attributes.plan": n % 2 ? "pro" : "basic",
    "attributes.owner_note": n % 4 === 0 ? `note ${n}` : "",
    "attributes.discount": n <= CHURNED / 2 || n % 9 === 0 ? `${n % 7} %` : "",
  }));
  const mapping = {
    columns: {
      account_id: "Id",
      "attributes.cancel_reason": "Cancel reason",
      "attributes.state": "State",
      "attributes.plan": "Plan",
    },
  };

  it("are leaks, with the numbers that say so; innocent columns are not", async () => {
    const findings = of(await report("accounts", rows, mapping), "leak");
    expect(findings.map(({ column, from, severity }) => [column, from, severity])).toEqual([
      ["attributes.cancel_reason", "Cancel reason", "leak"],
      ["attributes.state", "State", "leak"],
    ]);
    expect(findings[0]?.text).toContain("is filled for 9 of 10 churned accounts and 0 of 50 others");
    expect(written).toEqual(["discount", "owner_note", "plan"]);
  });

  it("are taken where a person insists", async () => {
    const insisting = { ...mapping, insistOn: ["State", "Cancel reason"] };
    const findings = of(await report("accounts", rows, insisting), "leak");
    expect(findings.map(({ severity }) => severity)).toEqual(["warns", "warns"]);
    expect(written).toEqual(["cancel_reason", "discount", "owner_note", "plan", "state"]);
  });

  it("are found by the file's own state of accounts, before any outcome is known", async () => {
    const fresh = numbers(1, 40).map((n) => ({
      account_id: `c${n}`,
      name: `C ${n}`,
      "attributes.status": n <= 8 ? "Cancelled" : "Active",
      "attributes.exit_survey": n <= 7 ? `answer ${n}` : "",
      "attributes.size": `${n % 5}`,
    }));
    const findings = of(await report("accounts", fresh), "leak");
    expect(findings.map(({ column }) => column)).toEqual(["attributes.exit_survey", "attributes.status"]);
  });

  it("are found among metrics and the columns of signals", async () => {
    const metrics = numbers(1, ALL).flatMap((n) => [
      { account_id: `a${n}`, key: "headcount", day: "2026-03-01", value: `${n}` },
      ...(n <= CHURNED ? [{ account_id: `a${n}`, key: "exit_score", day: "2026-03-01", value: "1" }] : []),
    ]);
    const melting = { columns: {}, melt: { "Exit score": "exit_score" } };
    const findings = of(await report("metrics", metrics, melting), "leak");
    expect(findings).toMatchObject([{ column: "metric:exit_score", from: "Exit score", severity: "leak" }]);
    expect(written).toEqual(["headcount"]);
    const contacts = numbers(1, ALL).map((n) => ({
      account_id: `a${n}`,
      name: `P ${n}`,
      role: "user",
      active_from: "2025-02-01",
      active_to: n <= CHURNED ? "2026-05-01" : "",
      title: n % 3 === 0 ? "CFO" : "",
    }));
    expect(of(await report("contacts", contacts), "leak").map(({ column }) => column)).toEqual(["active_to"]);
  });

  it("are not looked for where too few accounts have churned", async () => {
    const few = rows.filter((_, index) => index > 6);
    expect(of(await report("accounts", few), "leak")).toEqual([]);
  });
});
