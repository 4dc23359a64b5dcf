import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listCauses } from "@/db/queries/list-causes";
import { countPortfolioAccounts, listPortfolioAccounts } from "@/db/queries/list-portfolio-accounts";
import { computeRun } from "@/lib/commands/compute-run";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { SavePlan, savePlan } from "@/lib/commands/save-plan";
import { updateSettings } from "@/lib/commands/update-settings";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let admin: Ctx;
let accountId: number;
let [amId, ownerId] = [0, 0];
const YEAR = { from: "2025-12-01", to: "2026-11-30" };

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 400 });
  await computeRun(await systemContext("test", databaseOn(pool)));
  const { rows } = await pool.query("select account_id as id, am_id as am from triage where am_id is not null limit 1");
  [accountId, amId] = [rows[0].id, rows[0].am];
  await pool.query(
    `insert into outcomes (account_id, external_id, kind, decided_on, effective_on, arr_before_cents, arr_after_cents, currency, cause)
     select account_id, 'lost', (array['churned', 'downsold'])[1 + n % 2], '2026-06-01', '2026-07-01', 100000 * n, 20000 * n * (n % 2),
       case when n = 5 then 'ZZZ' else (select currency from settings) end, (array['price', 'Product issue', null, 'product_issue'])[1 + n % 4]
     from (select account_id, row_number() over (order by account_id) as n from triage limit 12) t`,
  );
  await pool.query("update people set status = 'active' where id = $1", [amId]);
  const { rows: people } = await pool.query(
    "insert into people (email, name, status) values ('po@x.test', 'Po', 'active'), ('ad@x.test', 'Ad', 'active') returning id",
  );
  ownerId = people[0].id;
  const actor = {
    kind: "person" as const,
    personId: people[1].id,
    name: "Ad",
    email: "ad@x.test",
    roles: ["admin" as const],
  };
  admin = await contextOf(actor, databaseOn(pool));
}, 240_000);

const named = (cause: string) => savePlan(admin, SavePlan.parse({ accountId, kind: "action", cause }));
const told = async () => {
  await fanOutNotices(admin);
  const { rows } = await pool.query(
    "select person_id as id, text from notifications where kind = 'cause_named' order by id",
  );
  return rows as { id: number; text: string }[];
};

describe("causes on the portfolio", () => {
  it("sum to the lists that their numbers open, plans and losses", async () => {
    const causes = await listCauses(admin, { book: "all" }, YEAR);
    expect(causes.filter(({ losses }) => losses.accounts > 0).length).toBeGreaterThan(2);
    for (const { cause, plans, losses } of causes) {
      expect(await countPortfolioAccounts(admin, { book: "all", cause }), cause).toEqual(plans);
      const lost = { book: "all" as const, lost: { ...YEAR, cause } };
      expect(await countPortfolioAccounts(admin, lost), cause).toEqual(losses);
      expect((await listPortfolioAccounts(admin, lost)).rows.length).toBe(losses.accounts);
    }
    const sum = (of: "plans" | "losses") => causes.reduce((all, row) => all + row[of].arrCents, 0);
    expect((await countPortfolioAccounts(admin, { book: "all", cause: "any" })).arrCents).toBe(sum("plans"));
    const anyLoss = await countPortfolioAccounts(admin, { book: "all", lost: { ...YEAR, cause: null } });
    expect(anyLoss.arrCents).toBe(sum("losses"));
  });

  it("count what was lost by the outcomes themselves", async () => {
    const { rows } = await pool.query(
      `select sum(coalesce(arr_before_cents, 0) - coalesce(arr_after_cents, 0))::bigint as lost from outcomes
       where kind in ('churned', 'downsold') and currency <> 'ZZZ' and decided_on between $1 and $2`,
      [YEAR.from, YEAR.to],
    );
    const causes = await listCauses(admin, { book: "all" }, YEAR);
    const withoutRate = causes.reduce((sum, { losses }) => sum + losses.withoutRate, 0);
    expect(withoutRate).toBe(1);
    expect(causes.reduce((sum, { losses }) => sum + losses.arrCents, 0)).toBe(Number(rows[0].lost));
    expect(causes.map(({ cause }) => cause)).not.toContain("Product issue");
  });
});

describe("a plan's cause", () => {
  it("that is a product issue goes to nobody until an administrator has named an owner, then to them, once", async () => {
    const { planId, version } = await named("product_issue");
    expect(await told()).toEqual([]);
    await updateSettings(admin, { productOwnerId: ownerId });
    const again = SavePlan.parse({ accountId, planId, version, kind: "action", cause: "product_issue", goal: "Fix" });
    const changed = await savePlan(admin, again);
    await savePlan(admin, { ...again, version: changed.version, goal: "Fix it" });
    expect(await told()).toEqual([{ id: ownerId, text: "product issue is the cause of its plan: named by Ad" }]);
    expect((await countPortfolioAccounts(admin, { book: "all", cause: "product_issue" })).accounts).toBeGreaterThan(0);
  });

  it("that is unmet demand opens a lead for the account manager", async () => {
    await named("unmet_demand");
    expect(await told()).toContainEqual({ id: amId, text: "unmet demand, an expansion lead for you: named by Ad" });
  });

  it("goes to nobody who may not sign in", async () => {
    await expect(updateSettings(admin, { productOwnerId: 999_999 })).rejects.toThrow("somebody who may sign in");
  });
});
