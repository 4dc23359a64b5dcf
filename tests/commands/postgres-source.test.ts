import { Client, type Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { claimDueSources } from "@/lib/commands/claim-due-sources";
import { removeSource } from "@/lib/commands/remove-source";
import { runSource } from "@/lib/commands/run-source";
import { SaveSource, saveSource } from "@/lib/commands/save-source";
import { TestSource, testSource } from "@/lib/commands/test-source";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let theirs: Client;
let readerUrl: string;
let ownerUrl: string;
let ctx: Ctx;
let id: number;

const ACCOUNTS = "select ref as account_id, title as name, 12000 as arr, 'USD' as currency from customers";
const USAGE = "select ref as account_id, day, users as active_users, updated_at from usage_log";

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a-secret-of-the-tests-with-32-characters";
  // The customer's database is one more on the test server; the second call makes ours the process's own.
  const { url } = await testDatabase();
  ownerUrl = url;
  theirs = new Client({ connectionString: url });
  await theirs.connect();
  const role = `reader_${new URL(url).pathname.slice(1)}`;
  await theirs.query(`create role ${role} login password 'secret-word'`);
  await theirs.query("create schema shop");
  await theirs.query("create table shop.customers (ref text, title text)");
  await theirs.query(
    "create table shop.usage_log (ref text, day date, users int, updated_at timestamptz default now())",
  );
  await theirs.query(`grant usage on schema shop to ${role}; grant select on all tables in schema shop to ${role};
    revoke all on all tables in schema public from public; alter role ${role} set search_path = shop`);
  await theirs.query("set search_path = shop");
  await theirs.query("insert into customers values ('c-1', 'Acme'), ('c-2', 'Beta')");
  await theirs.query(`insert into usage_log values ('c-1', '2026-11-18', 5, '2026-11-19 01:00:00.000001+00'),
    ('c-2', '2026-11-18', 7, '2026-11-19 01:00:00.000002+00'), ('c-9', '2026-11-18', 1, '2026-11-19 01:00:00.000003+00')`);
  const reader = new URL(url);
  [reader.username, reader.password] = [role, "secret-word"];
  readerUrl = reader.href;
  ({ pool } = await testDatabase());
  ctx = { ...(await systemContext("test")), today: "2026-11-19" };
  return async () => {
    await theirs.query(`drop owned by ${role}`);
    await theirs.query(`drop role ${role}`);
    await theirs.end();
  };
});

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await pool.query(sql)).rows as Row[];
}

const tables = {
  usage_days: { query: USAGE, cursor: "updated_at" },
  accounts: { query: `${ACCOUNTS};`, cursor: null },
};
const save = (more: object = {}) =>
  saveSource(ctx, SaveSource.parse({ kind: "postgres", name: "Warehouse", everyMinutes: 60, tables, ...more }));
const test = (query: string, more: object = {}) =>
  testSource(
    ctx,
    TestSource.parse({ connection: readerUrl, tables: { usage_days: { query, cursor: null } }, ...more }),
  );
const usage = () =>
  rows("select external_id, day, active_users from usage_days join accounts on id = account_id order by 1, 2");

describe("a Postgres source", () => {
  it("is kept with its connection sealed, and audited without it", async () => {
    await expect(save()).rejects.toThrow(/connection/);
    ({ id } = await save({ connection: readerUrl }));
    const kept =
      JSON.stringify(await rows("select * from sources")) + JSON.stringify(await rows("select * from audit"));
    expect(kept).not.toContain("secret-word");
    expect(kept).toContain("reader_");
    expect((await rows<{ secret: string }>("select secret from sources"))[0]?.secret).toMatch(/^sealed:1:/);
  });

  it("brings its tables, accounts first; rows of unknown accounts wait; the cursor stands at the last row", async () => {
    const runs = await runSource(ctx, { id });
    expect(runs).toMatchObject([
      { table: "accounts", status: "ok", accepted: 2 },
      { table: "usage_days", status: "ok", accepted: 2, waiting: 1, rejected: 0 },
    ]);
    expect(await usage()).toEqual([
      { external_id: "c-1", day: "2026-11-18", active_users: 5 },
      { external_id: "c-2", day: "2026-11-18", active_users: 7 },
    ]);
    expect(await rows("select cursors from sources")).toEqual([
      { cursors: { usage_days: "2026-11-19 01:00:00.000003+00" } },
    ]);
  });

  it("reads only from its cursor on, and again changes nothing", async () => {
    await theirs.query("insert into usage_log values ('c-1', '2026-11-19', 6, '2026-11-20 01:00:00+00')");
    await theirs.query("update usage_log set users = 99 where ref = 'c-2'");
    expect((await runSource(ctx, { id }))[1]).toMatchObject({ accepted: 1, waiting: 0 });
    expect((await runSource(ctx, { id }))[1]).toMatchObject({ accepted: 0 });
    expect(await usage()).toHaveLength(3);
    expect((await usage())[2]).toMatchObject({ active_users: 7 });
  });

  it("has delivered also when there was nothing new: its feed stays fresh", async () => {
    await pool.query("update feeds set last_day = '2026-11-01'");
    await theirs.query("delete from usage_log");
    expect((await runSource(ctx, { id }))[1]).toMatchObject({ status: "ok", accepted: 0 });
    expect(await rows("select feed, last_day from feeds where feed = 'usage_days'")).toEqual([
      { feed: "usage_days", last_day: "2026-11-19" },
    ]);
  });

  it("that fails says why in its log, keeps its cursor, and lets the other tables go on", async () => {
    await theirs.query("alter table usage_log rename to usage_moved");
    expect(await runSource(ctx, { id })).toMatchObject([{ status: "ok" }, { status: "failed" }]);
    const [failed] = await rows<{ message: string }>("select message from source_runs where status = 'failed'");
    expect(failed?.message).toMatch(/relation "usage_log" does not exist/);
    expect(await rows("select cursors->>'usage_days' as at from sources")).toEqual([{ at: "2026-11-20 01:00:00+00" }]);
    await theirs.query("alter table usage_moved rename to usage_log");
  });

  it("is due by its schedule, once", async () => {
    expect(await claimDueSources(ctx)).toEqual([id]);
    expect(await claimDueSources(ctx)).toEqual([]);
    expect(await claimDueSources({ ...ctx, now: new Date(ctx.now.getTime() + 61 * 60_000) })).toEqual([id]);
    await save({ id, enabled: false });
    expect(await claimDueSources({ ...ctx, now: new Date(ctx.now.getTime() + 200 * 60_000) })).toEqual([]);
  });

  it("never writes, whatever its query says", async () => {
    const refused = async (query: string) => (await test(query)).tables[0]?.fault;
    expect(await refused("with x as (delete from customers returning ref) select ref as account_id from x")).toMatch(
      /fails/,
    );
    expect(await refused("select ref as account_id from customers) s; delete from customers; --")).toMatch(/fails/);
    expect(await refused("select nextval('shop.s') as account_id")).not.toBeNull();
    expect((await theirs.query("select count(*)::int as n from customers")).rows[0].n).toBe(2);
  });
});

describe("testing a source", () => {
  it("shows five rows, which columns are known, what is missing and what would become of them; nothing stays", async () => {
    await theirs.query(`insert into usage_log select 'c-1', date '2026-10-01' + n, n - 1 from generate_series(0, 9) n`);
    const before = await usage();
    const { tables: found, writable } = await test(
      "select ref as account_id, day as on_day, users as active_users from usage_log",
    );
    expect(writable).toEqual([]);
    expect(found[0]).toMatchObject({
      columns: [
        { name: "account_id", isKnown: true },
        { name: "on_day", isKnown: false },
        { name: "active_users", isKnown: true },
      ],
      missing: ["day"],
      fault: null,
    });
    expect(found[0]?.rows).toHaveLength(5);
    const good = await test(`${USAGE} order by day`);
    expect(good.tables[0]).toMatchObject({ taken: 4, missing: [] });
    expect(good.tables[0]?.rejections).toMatchObject([{ column: "active_users", reason: "-1 is below 0" }]);
    expect(await usage()).toEqual(before);
  });

  it("warns where the role could write", async () => {
    const { writable } = await test("select ref as account_id from shop.customers", { connection: ownerUrl });
    expect(writable.length).toBeGreaterThan(0);
  });

  it("says in plain words what is wrong with a connection", async () => {
    const at = (change: (url: URL) => void) => {
      const url = new URL(readerUrl);
      change(url);
      return test(USAGE, { connection: url.href });
    };
    await expect(at((url) => (url.password = "wrong"))).rejects.toThrow(/refuses the user reader_.* or its password/);
    await expect(at((url) => (url.port = "1"))).rejects.toThrow(/No database answers at/);
    await expect(at((url) => (url.pathname = "/none"))).rejects.toThrow(/no database none/);
  });

  it("keeps the log and secret no longer than the source", async () => {
    await removeSource(ctx, { id });
    expect(await rows("select 1 from sources union all select 1 from source_runs")).toEqual([]);
  });
});
