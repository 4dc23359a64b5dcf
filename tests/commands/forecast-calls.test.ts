import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { listCalledOutcomes } from "@/db/queries/forecast/list-called-outcomes";
import { listDecidedContracts } from "@/db/queries/forecast/list-decided-contracts";
import { listRenewalsAhead } from "@/db/queries/forecast/list-renewals-ahead";
import { getSettings } from "@/db/queries/get-settings";
import { recordForecastCall } from "@/lib/commands/record-forecast-call";
import { SaveForecastRates, saveForecastRates } from "@/lib/commands/save-forecast-rates";
import { takeBackCall } from "@/lib/commands/take-back-call";
import type { Role } from "@/lib/core/access";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const [TODAY, DECIDES] = ["2026-11-30", "2027-01-15"];
let pool: Pool;
const people: Record<string, number> = {};
const accounts: Record<string, number> = {};

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await pool.query("update settings set today_fixed = $1", [TODAY]);
  for (const name of ["boss", "own", "other"]) {
    const { rows } = await pool.query(
      "insert into people (email, name, status) values ($1, $1, 'active') returning id",
      [name],
    );
    people[name] = rows[0].id;
  }
  await pool.query("update people set manager_id = $1 where id = $2", [people.boss, people.own]);
  for (const [name, owner] of [
    ["acme", "own"],
    ["birch", "other"],
  ] as const) {
    const { rows } = await pool.query(
      "insert into accounts (external_id, slug, name) values ($1, $1, $1) returning id",
      [name],
    );
    accounts[name] = rows[0].id;
    await pool.query("insert into account_owners values ($1, '2026-01-01', $2, null)", [rows[0].id, people[owner]]);
    await pool.query(
      `insert into triage (account_id, run_id, slug, name, csm_id, arr_cents, decide_by, health, coverage, tone, score_tone,
         people_tone, sparkline, card_state, priority, reason_text)
       values ($1, 1, $2, $2, $3, 5000000, $4, 80, 1, 3, 3, 0, '{}', 'none', 0, '')`,
      [rows[0].id, name, people[owner], DECIDES],
    );
  }
});

function as(who: string, roles: Role[]): Promise<Ctx> {
  return contextOf({ kind: "person", personId: people[who] as number, name: who, email: who, roles });
}
const call = async (who: string, roles: Role[], said: "commit" | "lost", account = "acme", decideBy = DECIDES) =>
  recordForecastCall(await as(who, roles), {
    ...{ accountId: accounts[account] as number, decideBy, call: said, note: null },
  });
const listed = async (who: string, roles: Role[]) => {
  const rows = await listRenewalsAhead(await as(who, roles), { book: "all" }, { from: TODAY, to: "2027-12-31" });
  return rows.find(({ slug }) => slug === "acme");
};

describe("calling a renewal", () => {
  it("is for its owner, their manager and administrators, and shows with who and when", async () => {
    await expect(call("other", ["csm"], "commit")).rejects.toMatchObject({ kind: "forbidden" });
    await expect(call("boss", ["manager"], "commit", "birch")).rejects.toMatchObject({ kind: "forbidden" });
    await expect(call("own", ["viewer"], "commit")).rejects.toMatchObject({ kind: "forbidden" });
    await call("own", ["csm"], "commit");
    expect(await listed("own", ["csm"])).toMatchObject({
      ...{ call: "commit", calledBy: "own", calledOn: TODAY, callThen: null, own: true, team: false },
    });
    await call("boss", ["manager"], "lost");
    expect(await listed("boss", ["manager"])).toMatchObject({ call: "lost", calledBy: "boss", own: false, team: true });
  });

  it("keeps the calls before, and is taken back by the one who made it, the same day alone", async () => {
    const { callId } = await call("own", ["csm"], "commit");
    await expect(takeBackCall(await as("boss", ["manager"]), { callId })).rejects.toMatchObject({ kind: "conflict" });
    await takeBackCall(await as("own", ["csm"]), { callId });
    expect(await listed("own", ["csm"])).toMatchObject({ call: "lost" });
    await expect(takeBackCall(await as("own", ["csm"]), { callId })).rejects.toMatchObject({ kind: "not_found" });
    const { rows } = await pool.query(
      "insert into forecast_calls (account_id, decide_by, call, called_on, called_by) values ($1, $2, 'commit', '2026-11-20', $3) returning id",
      [accounts.acme, DECIDES, people.own],
    );
    const old = takeBackCall(await as("own", ["csm"]), { callId: rows[0].id });
    await expect(old).rejects.toThrow("Only today's call");
  });

  it("is refused where the decide-by date has changed, and is in the audit log", async () => {
    await expect(call("own", ["csm"], "lost", "acme", "2027-02-01")).rejects.toMatchObject({ kind: "conflict" });
    const { rows } = await pool.query(
      "select entry, before, after from audit where entry like 'forecast%' order by id",
    );
    expect(rows.slice(0, 2)).toEqual([
      { entry: "forecast.called", before: null, after: { call: "commit", note: null } },
      { entry: "forecast.called", before: "commit", after: { call: "lost", note: null } },
    ]);
    expect(rows.at(-1)).toMatchObject({ entry: "forecast.taken_back" });
  });
});

describe("what came of calls", () => {
  it("is the last call before the day of the decision, for a decide-by date near it", async () => {
    await pool.query("delete from forecast_calls");
    const said: [string, string, string][] = [
      ["2026-10-01", "commit", "2026-11-01"],
      ["2026-10-20", "at_risk", "2026-11-01"],
      ["2026-11-02", "lost", "2026-11-01"],
      ["2026-10-25", "best_case", "2028-01-01"],
    ];
    for (const [on, what, decideBy] of said)
      await pool.query("insert into forecast_calls (account_id, decide_by, call, called_on) values ($1, $2, $3, $4)", [
        ...[accounts.acme, decideBy, what, on],
      ]);
    await pool.query(
      `insert into outcomes (account_id, external_id, kind, decided_on, effective_on, arr_before_cents, arr_after_cents, currency)
       values ($1, 'x', 'downsold', '2026-11-02', '2026-12-31', 100000, 60000, 'USD')`,
      [accounts.acme],
    );
    const ctx = await systemContext("test");
    expect(await listCalledOutcomes(ctx)).toMatchObject([{ slug: "acme", call: "at_risk", bad: true }]);
  });
});

it("contracts are in the workspace's currency by the rate of the day; without a rate they have no amount", async () => {
  await pool.query("insert into exchange_rates values ('EUR', '2026-01-01', 1.1), ('EUR', '2026-06-01', 1.2)");
  await pool.query(
    `insert into outcomes (account_id, external_id, kind, decided_on, effective_on, arr_before_cents, arr_after_cents, currency)
     values ($1, 'a', 'expanded', '2026-05-31', '2026-05-31', 1000, 2000, 'EUR'),
            ($1, 'b', 'churned', '2026-06-01', '2026-06-01', 1000, null, 'EUR'),
            ($1, 'c', 'renewed', '2026-06-02', '2026-06-02', 1000, 1000, 'CHF')`,
    [accounts.birch],
  );
  const ctx = await systemContext("test");
  const found = await listDecidedContracts(ctx, { from: "2026-05-01", to: "2026-06-30" });
  expect(found.map(({ beforeCents, afterCents }) => [beforeCents, afterCents])).toEqual([
    [1100, 2200],
    [1200, 0],
    [null, null],
  ]);
});

it("rates are typed by an administrator, kept, and taken away again", async () => {
  const rates = { red: 0.5, yellow: 0.8, green: 0.95 };
  await expect(saveForecastRates(await as("boss", ["manager"]), { rates })).rejects.toMatchObject({
    kind: "forbidden",
  });
  const ctx = await as("boss", ["admin"]);
  await saveForecastRates(ctx, { rates });
  expect((await getSettings(ctx)).forecastRates).toEqual(rates);
  await saveForecastRates(ctx, { rates: null });
  expect((await getSettings(ctx)).forecastRates).toBeNull();
  expect(SaveForecastRates.safeParse({ rates: { ...rates, red: 1.2 } }).success).toBe(false);
});
