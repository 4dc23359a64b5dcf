import { beforeAll, expect, test } from "vitest";
import { listCalledOutcomes } from "@/db/queries/forecast/list-called-outcomes";
import { listDecidedContracts } from "@/db/queries/forecast/list-decided-contracts";
import { listRenewalsAhead } from "@/db/queries/forecast/list-renewals-ahead";
import { countPortfolioAccounts } from "@/db/queries/list-portfolio-accounts";
import { computeRun } from "@/lib/commands/compute-run";
import { callRecord } from "@/lib/core/forecast/calls";
import { aheadOf, forecastOf } from "@/lib/core/forecast/forecast";
import { retentionOf } from "@/lib/core/forecast/retention";
import { demoCompany, TODAY } from "./demo-company";

const company = demoCompany();
const RATES = { red: 0.5, yellow: 0.8, green: 0.95 };

beforeAll(async () => {
  await computeRun(company.ctx);
}, 240_000);

test("each month of the forecast is its list of accounts, to the cent", async () => {
  const rows = await listRenewalsAhead(company.ctx, { book: "all" }, aheadOf(TODAY));
  const { months } = forecastOf(rows, { kind: "assumed", rates: RATES, withheld: "" }, TODAY);
  expect(months.filter(({ n }) => n > 0).length).toBeGreaterThan(10);
  for (const { from, to, n, arrCents, withoutRate } of months)
    expect(await countPortfolioAccounts(company.ctx, { book: "all", decides: { from, to } })).toEqual({
      ...{ accounts: n, arrCents, withoutRate },
    });
});

test("account managers have called renewals to come, some of them within the last week", async () => {
  const rows = await listRenewalsAhead(company.ctx, { book: "all" }, aheadOf(TODAY));
  const called = rows.filter(({ call }) => call !== null);
  expect(called.length).toBeGreaterThan(20);
  const { rows: made } = await company.pool.query("select 1 from forecast_calls where decide_by > $1", [TODAY]);
  expect(made.length).toBe(called.filter(({ decideBy }) => decideBy > TODAY).length);
  expect(called.some(({ call, callThen }) => call !== callThen)).toBe(true);
});

test("what came of calls since go-live is counted, and more were right than wrong", async () => {
  const { right } = callRecord(await listCalledOutcomes(company.ctx));
  expect(right?.n).toBeGreaterThan(10);
  expect(right?.share).toBeGreaterThan(0.6);
  expect(right?.share).toBeLessThan(1);
});

test("retention of the last twelve months reconciles with the outcomes", async () => {
  const contracts = await listDecidedContracts(company.ctx, { from: "2025-12-01", to: TODAY });
  const found = retentionOf(contracts);
  const { rows } = await company.pool.query<{ n: number }>(
    "select count(*)::int as n from (select distinct account_id, decided_on from outcomes where decided_on between '2025-12-01' and $1) d",
    [TODAY],
  );
  expect(contracts).toHaveLength(rows[0]?.n ?? 0);
  expect(found.grr).toBeGreaterThan(0.5);
  expect(found.nrr).toBeGreaterThan(found.grr ?? 1);
});
