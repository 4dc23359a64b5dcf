import { beforeAll, describe, expect, it } from "vitest";
import { type Answer, apiWorld, type World } from "./world";

let world: World;
let keys: { read: string; write: string; admin: string };
beforeAll(async () => {
  world = await apiWorld();
  keys = { read: await world.key("read"), write: await world.key("write"), admin: await world.key("admin") };
}, 240_000);

const post = (table: string, rows: unknown[], key = keys.write) => world.ask(key, "POST", `/${table}:batch`, { rows });
async function query<Row>(text: string): Promise<Row[]> {
  return (await world.pool.query(text)).rows as Row[];
}
const isWhole = ({ json }: Answer) => json.accepted + json.unchanged + json.waiting + json.rejected === json.rows;

describe("a batch of rows", () => {
  it("takes the good rows, names each bad one by index and field, and changes nothing when it is sent again", async () => {
    const rows = [
      { account_id: "a-1", id: "t1", opened_at: "2026-11-01T10:00:00Z", severity: "high", escalated: true, csat: 5 },
      { account_id: "a-1", id: "t2", opened_at: "2026-11-01T10:00:00Z", severity: "awful" },
      { account_id: "a-1", id: "t3", opened_at: "yesterday", severity: "low" },
      { account_id: "a-1", id: "t4", opened_at: "2026-11-02", severity: "low", colour: "red" },
      { id: "t5", opened_at: "2026-11-02", severity: "low" },
      {
        account_id: "a-3",
        id: "t6",
        opened_at: "2026-11-02T09:00:00+02:00",
        closed_at: "2026-11-01T09:00:00Z",
        severity: "low",
      },
      { account_id: "A-3", id: "t7", opened_at: "2026-11-02", severity: "low", csat: 9 },
      "not a row",
    ];
    const refused = await post("tickets", rows);
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toMatchObject([{ index: 7 }]);
    const first = await post("tickets", rows.slice(0, 7));
    expect(first.json).toMatchObject({ table: "tickets", rows: 7, accepted: 1, unchanged: 0, waiting: 0, rejected: 6 });
    const places = first.json.errors.map(({ index, field }: { index: number; field: string }) => `${index} ${field}`);
    expect(places).toEqual(["1 severity", "2 opened_at", "3 colour", "4 account_id", "5 closed_at", "6 csat"]);
    const again = await post("tickets", rows.slice(0, 7));
    expect(again.json).toMatchObject({ accepted: 0, unchanged: 1, rejected: 6 });
    expect(isWhole(first) && isWhole(again)).toBe(true);
    expect(await query("select external_id, escalated, csat from tickets")).toEqual([
      { external_id: "t1", escalated: true, csat: 5 },
    ]);
  });

  it("takes money in whole units or in minor ones of the row's currency, never both; null empties, absent keeps", async () => {
    const invoice = { account_id: "a-1", issued_on: "2026-11-01", due_on: "2026-11-30" };
    const { json } = await post("invoices", [
      { ...invoice, id: "i1", amount: 12.5 },
      { ...invoice, id: "i2", amount_cents: 1234, currency: "USD" },
      { ...invoice, id: "i3", amount_cents: 500, currency: "JPY", paid_on: "2026-11-05" },
      { ...invoice, id: "i4", amount: 1, amount_cents: 100 },
    ]);
    expect(json).toMatchObject({ accepted: 3, rejected: 1, errors: [{ index: 3, field: "amount_cents" }] });
    await post("invoices", [{ account_id: "a-1", id: "i3", issued_on: "2026-11-02", paid_on: null }]);
    expect(
      await query("select external_id, issued_on, amount_cents, currency, paid_on from invoices order by 1"),
    ).toEqual([
      { external_id: "i1", issued_on: "2026-11-01", amount_cents: 1250, currency: "USD", paid_on: null },
      { external_id: "i2", issued_on: "2026-11-01", amount_cents: 1234, currency: "USD", paid_on: null },
      { external_id: "i3", issued_on: "2026-11-02", amount_cents: 500, currency: "JPY", paid_on: null },
    ]);
  });

  it("keeps rows of unknown accounts until they come, and says so", async () => {
    const { json } = await post("usage_days", [{ account_id: "new-1", day: "2026-11-01", active_users: 4 }]);
    expect(json).toMatchObject({ accepted: 0, waiting: 1, rejected: 0, errors: [] });
    const usage = "select active_users from usage_days join accounts on id = account_id where external_id = 'new-1'";
    expect(await query(usage)).toEqual([]);
    await post("accounts", [{ account_id: "new-1", name: "Newly come" }]);
    expect(await query(usage)).toEqual([{ active_users: 4 }]);
  });

  it("brings accounts with attributes; of conflicting rows with one key it names the later", async () => {
    const { json } = await post("accounts", [
      {
        account_id: "n-1",
        name: "New",
        attributes: { plan: "gold", seats_bought: 7 },
        arr_cents: 100_000,
        contract_start: "2026-01-01",
      },
      { account_id: "n-1", name: "New again" },
      { account_id: "n-2" },
    ]);
    expect(json).toMatchObject({ accepted: 1, rejected: 2 });
    expect(json.errors.map(({ index, field }: { index: number; field: string }) => [index, field])).toEqual([
      [1, "account_id"],
      [2, "name"],
    ]);
    expect((await world.ask(keys.read, "GET", "/accounts/n-1")).json).toMatchObject({
      name: "New",
      attributes: { plan: "gold", seats_bought: "7" },
      contracts: [{ arr: { arr_cents: 100_000, currency: "USD" } }],
    });
  });

  it("marks the accounts for the next update, extends the feed, and leaves an audit row signed by the key", async () => {
    await world.pool.query("delete from changed_accounts");
    await post("feature_usage", [{ account_id: "a-1", feature: "x", day: "2026-11-20", users: 3 }]);
    expect(await query("select from_day from changed_accounts")).toEqual([{ from_day: "2026-11-20" }]);
    expect(await query("select first_day, last_day, rows from feeds where feed = 'feature_usage'")).toEqual([
      { first_day: "2026-11-20", last_day: "2026-11-20", rows: 1 },
    ]);
    const [entry] = await query<{ actor: string; subject: string }>(
      "select actor, subject from audit order by id desc limit 1",
    );
    expect(entry).toEqual({ actor: expect.stringMatching(/^key:\d+$/), subject: "feature_usage" });
  });

  it("refuses more than 10,000 rows, none, an unknown table and a body that is too long", async () => {
    const row = { account_id: "a-1", day: "2026-11-01" };
    expect(
      (
        await post(
          "usage_days",
          Array.from({ length: 10_001 }, () => row),
        )
      ).status,
    ).toBe(422);
    expect((await post("usage_days", [])).status).toBe(422);
    expect((await post("moods", [row])).status).toBe(404);
    expect((await post("usage_days", ["x".repeat(20_000_001)])).status).toBe(413);
  });

  it("takes 10,000 rows at once, also where the address writes the colon in percent", async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({
      account_id: "a-3",
      feature: `f${i % 100}`,
      day: `2026-0${1 + (Math.floor(i / 100) % 9)}-${String(10 + Math.floor(i / 900)).padStart(2, "0")}`,
      users: i % 7,
    }));
    const answer = await world.ask(keys.write, "POST", "/feature_usage%3Abatch", { rows });
    expect([answer.status, answer.json.errors.length === answer.json.rejected, isWhole(answer)]).toEqual([
      200,
      true,
      true,
    ]);
  }, 240_000);
});

describe("what a key may do", () => {
  const card = { champion: "missing", executive: "none", outcome: "missing", reason: "As before" };
  const attempts: [string, string, string, unknown, string[]][] = [
    ["read a list", "GET", "/accounts", undefined, ["read", "write", "admin"]],
    ["score", "POST", "/score", { model: { measures: [] }, readings: {} }, ["read", "write", "admin"]],
    [
      "write rows",
      "POST",
      "/usage_days:batch",
      { rows: [{ account_id: "a-1", day: "2026-11-02" }] },
      ["write", "admin"],
    ],
    [
      "write people and their roles",
      "POST",
      "/people:batch",
      { rows: [{ email: "eve@x.test", role: "admin" }] },
      ["admin"],
    ],
    [
      "give accounts other owners",
      "POST",
      "/accounts:batch",
      { rows: [{ account_id: "a-1", csm_email: "bob@x.test" }] },
      ["admin"],
    ],
    ["change an account", "PATCH", "/accounts/a-1", { industry: "Tools" }, ["write", "admin"]],
    ["change its owners", "PATCH", "/accounts/a-1", { am_email: "bob@x.test" }, ["admin"]],
    ["give a card", "PUT", "/accounts/a-3/scorecards/2026-11", card, ["write", "admin"]],
    [
      "give cards",
      "POST",
      "/scorecards:batch",
      { rows: [{ account_id: "a-3", period: "2026-11", ...card }] },
      ["write", "admin"],
    ],
    ["import a file", "POST", "/imports?file_name=x.csv", "nothing,of,ours\n1,2,3\n", ["admin"]],
    ["see the ledger of a file", "GET", "/imports/1", undefined, ["write", "admin"]],
  ];
  it.each(attempts)("%s: only with its scope", async (_, method, address, body, allowed) => {
    for (const scope of ["read", "write", "admin"] as const) {
      const { status } = await world.ask(keys[scope], method, address, body);
      if (allowed.includes(scope)) expect([200, 422], scope).toContain(status);
      else expect(status, scope).toBe(403);
    }
    expect((await world.ask("none", method, address, body)).status).toBe(401);
  });

  it("leaves nothing behind where it may not", async () => {
    const key = await world.key("write");
    await world.ask(key, "POST", "/people:batch", { rows: [{ email: "mallory@x.test", role: "admin" }] });
    expect(await query("select from people where email = 'mallory@x.test'")).toEqual([]);
  });
});
