import { createHash, scryptSync } from "node:crypto";
import type { Pool } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { loadDemo } from "@/db/demo/load-demo";
import { testDatabase } from "@/tests/setup";
import { DEMO } from "./demo-company";

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool);
}, 240_000);

const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await pool.query<Row>(sql, values)).rows;
const count = async (what: string) => (await rows<{ n: number }>(`select count(*)::int as n from ${what}`))[0]?.n;

describe("the demo company", () => {
  test("has 240 accounts and 24 months of daily usage", async () => {
    expect(await count("accounts")).toBe(240);
    expect(await rows("select min(day) as first, max(day) as last from usage_days")).toEqual([
      { first: "2024-12-01", last: "2026-11-30" },
    ]);
  });

  test("writes no score: they come out of runs", async () => {
    for (const table of ["runs", "run_scores", "health_day", "triage", "account_day"])
      expect(await count(table), table).toBe(0);
  });

  test("states its own today and that it is a demo", async () => {
    const [settings] = await rows("select * from settings");
    expect(settings).toMatchObject({
      today_fixed: "2026-11-30",
      is_demo: true,
      currency: "USD",
      fiscal_start_month: 12,
    });
  });

  test("has 12 CSMs, one with 80 accounts and csm@ with 40; 4 AMs, am@ with 80; managers above all of them", async () => {
    const books = await rows<{ email: string; role: string; accounts: number; managed: boolean }>(
      `select p.email, r.role, p.manager_id is not null as managed,
         (select count(*)::int from account_owners o where p.id in (o.csm_id, o.am_id)) as accounts
       from people p join person_roles r on r.person_id = p.id where r.role in ('csm', 'am')`,
    );
    const csms = books.filter(({ role }) => role === "csm");
    expect(csms.map(({ accounts }) => accounts).sort((a, b) => b - a)).toEqual([80, 40, ...Array(10).fill(12)]);
    expect(csms.find(({ email }) => email === "csm@demo.test")?.accounts).toBe(40);
    const ams = books.filter(({ role }) => role === "am");
    expect(ams).toHaveLength(4);
    expect(ams.find(({ email }) => email === "am@demo.test")?.accounts).toBe(80);
    expect(books.every(({ managed }) => managed)).toBe(true);
  });

  test("its five sign-ins have the published password", async () => {
    const people = await rows<{ email: string; password_hash: string }>(
      "select email, password_hash from people where password_hash is not null order by email",
    );
    expect(people.map(({ email }) => email.split("@")[0])).toEqual(["admin", "am", "csm", "manager", "viewer"]);
    for (const { password_hash } of people) {
      const [kind, N, r, p, salt, hash] = password_hash.split("$");
      const made = scryptSync("bellwether-demo", Buffer.from(salt ?? "", "base64url"), 64, {
        N: Number(N),
        r: Number(r),
        p: Number(p),
      });
      expect([kind, made.toString("base64url")]).toEqual(["scrypt", hash]);
    }
  });

  test("am@ has confirmed 62 of 80 cards of November, six with other answers than before", async () => {
    const [cards] = await rows(
      `with card as (
         select c.*, lag(array[champion, executive, outcome]) over (partition by account_id order by period, version) as before
         from scorecards c join account_owners o using (account_id) join people p on p.id = o.am_id where p.email = 'am@demo.test')
       select count(distinct account_id)::int as confirmed,
         count(distinct account_id) filter (where before <> array[champion, executive, outcome])::int as changed
       from card where period = '2026-11'`,
    );
    expect(cards).toEqual({ confirmed: 62, changed: 6 });
  });

  test("no other account in the book owes a card of November but tundra-labs", async () => {
    const owing = await rows<{ slug: string }>(
      `select a.slug from accounts a join account_owners o on o.account_id = a.id join people p on p.id = o.am_id
       where p.email <> 'am@demo.test'
         and not exists (select from scorecards c where c.account_id = a.id and c.period = '2026-11')
         and not exists (select from outcomes x where x.account_id = a.id and x.kind = 'churned' and x.effective_on <= '2026-11-30')`,
    );
    expect(owing.map(({ slug }) => slug)).toEqual(["tundra-labs"]);
  });

  test("one account manager is over-optimistic: most greens that were lost are his", async () => {
    const misses = await rows<{ name: string; missed: number }>(
      `select p.name, count(*)::int as missed from outcomes x join account_owners o using (account_id) join people p on p.id = o.am_id
       join lateral (select champion, executive, outcome from scorecards c where c.account_id = x.account_id
         and c.submitted_on <= x.decided_on - 90 order by period desc, version desc limit 1) c on true
       where x.kind in ('churned', 'downsold') and champion = 'active' and executive <> 'none' and outcome <> 'missing'
         and (executive, outcome) <> ('lapsed', 'in_development')
       group by 1 order by 2 desc`,
    );
    expect(misses[0]?.name).toBe("Oliver Sunden");
    expect(misses[0]?.missed).toBeGreaterThan((misses[1]?.missed ?? 0) * 2);
  });
});

describe("awkward accounts", () => {
  test.each([
    ["80 characters", "length(name) = 80"],
    ["a formula", `name = '=HYPERLINK("http://x","y")'`],
    ["right to left", "name ~ '[א-ת]'"],
    ["not Latin", "name ~ '[一-龯]'"],
    ["a parent", "parent_id is not null"],
    ["nothing to pay", "exists (select from contracts k where k.account_id = accounts.id and k.arr_cents = 0)"],
    ["yen", "exists (select from contracts k where k.account_id = accounts.id and k.currency = 'JPY')"],
    ["euros", "exists (select from contracts k where k.account_id = accounts.id and k.currency = 'EUR')"],
    [
      "a renewal on a leap day",
      "exists (select from contracts k where k.account_id = accounts.id and k.ends_on = '2028-02-29')",
    ],
  ])("there is one with %s", async (_, condition) => {
    expect(await count(`accounts where ${condition}`)).toBeGreaterThan(0);
  });

  test("two have the same name", async () => {
    const twins = await rows("select name from accounts group by name having count(*) > 1");
    expect(twins).toEqual([{ name: "Meridian Group" }]);
  });
});

test("the same company comes out every time, down to the byte", async () => {
  const tables = [
    "people",
    "accounts",
    "contracts",
    "usage_days",
    "tickets",
    "touchpoints",
    "scorecards",
    "milestones",
    "outcomes",
  ];
  const first = await fingerprint(pool, tables);
  const again = await testDatabase(DEMO);
  expect(await fingerprint(again.pool, tables)).toEqual(first);
}, 240_000);

async function fingerprint(of: Pool, tables: readonly string[]): Promise<string[]> {
  const prints: string[] = [];
  for (const table of tables) {
    const hash = createHash("sha256");
    const columns =
      table === "scorecards"
        ? "t.account_id, t.period, t.version, t.champion, t.executive, t.outcome, t.submitted_on"
        : "t.*";
    const result = await of.query(
      `select string_agg(md5(row(${columns})::text), '' order by md5(row(${columns})::text)) as all from ${table} t`,
    );
    prints.push(`${table} ${hash.update(result.rows[0].all).digest("hex")}`);
  }
  return prints;
}
