import { beforeAll, expect, it } from "vitest";
import { exportAccounts } from "@/app/api/export/export-accounts";
import { getForecast } from "@/db/queries/forecast/get-forecast";
import { listCauses } from "@/db/queries/list-causes";
import { listPortfolioAccounts } from "@/db/queries/list-portfolio-accounts";
import { listDecided } from "@/db/queries/validation/list-decided";
import { listDecisionsBefore } from "@/db/queries/validation/list-decisions-before";
import { listWatched } from "@/db/queries/validation/list-watched";
import { recordDecision } from "@/lib/commands/record-decision";
import { callRecord } from "@/lib/core/forecast/calls";
import { retentionOf } from "@/lib/core/forecast/retention";
import { knownCases } from "@/lib/core/validation/judged";
import { lostMoney } from "@/lib/core/validation/lost-money";
import { forecastBook } from "./forecast-book";

const ALL = { book: "all", segment: null } as const;
const PERIOD = { from: "2025-12-01", to: "2026-11-30" };
let book: Awaited<ReturnType<typeof forecastBook>>;
beforeAll(async () => {
  book = await forecastBook();
}, 120_000);
const fresh = async () => {
  await book.pool.query("delete from outcomes");
  await book.pool.query("delete from exchange_rates");
};

it("converts a decision in yen by major units, as contracts are", async () => {
  await fresh();
  await book.pool.query("insert into exchange_rates values ('JPY', '2025-01-01', 0.01)");
  await book.add("tokyo", "own");
  // 1,000,000 yen are 10,000.00 of the workspace's currency.
  await book.decided("tokyo", { on: "2026-05-05", kind: "churned", before: 1_000_000, after: 0, currency: "JPY" });
  const ctx = await book.as("reader", "viewer");
  const { contracts } = await getForecast(ctx, ALL, "12m");
  const [decided] = await listDecided(ctx);
  const [cause] = await listCauses(ctx, { book: "all", segment: undefined }, PERIOD);
  expect.soft(contracts[0]?.beforeCents).toBe(1_000_000);
  expect.soft(decided?.arrBeforeCents).toBe(1_000_000);
  expect.soft(cause?.losses.arrCents).toBe(1_000_000);
});

it("counts what was lost once where the same decision is recorded twice", async () => {
  await fresh();
  await book.add("twice", "own");
  await book.decided("twice", { on: "2026-05-05", kind: "churned", before: 500_000, after: 0 });
  await book.decided("twice", { on: "2026-05-05", kind: "churned", before: 500_000, after: 0 });
  const ctx = await book.as("reader", "viewer");
  const { contracts } = await getForecast(ctx, ALL, "12m");
  expect(retentionOf(contracts).lostCents).toBe(500_000);
  const [cause] = await listCauses(ctx, { book: "all", segment: undefined }, PERIOD);
  expect.soft(cause?.losses.arrCents).toBe(500_000);
  const { rows } = await listPortfolioAccounts(ctx, { book: "all", lost: { ...PERIOD, cause: null } });
  expect.soft(rows.map((row) => row.arrCents)).toEqual([500_000]);
});

it("a churn that was recorded anew as renewed is no loss anywhere", async () => {
  await fresh();
  await book.add("turned", "own");
  await book.called("turned", "commit", "2026-05-01", "2026-05-05");
  await book.decided("turned", { on: "2026-05-05", kind: "churned", before: 500_000, after: 0 });
  await book.decided("turned", { on: "2026-05-05", kind: "renewed", before: 500_000, after: 500_000 });
  const ctx = await book.as("reader", "viewer");
  const { contracts, called } = await getForecast(ctx, ALL, "12m");
  expect(contracts.map(({ kind }) => kind)).toEqual(["renewed"]);
  expect.soft(called.map(({ bad }) => bad)).toEqual([false]);
  expect.soft(callRecord(called).right).toMatchObject({ hits: 1, n: 1 });
  const causes = await listCauses(ctx, { book: "all", segment: undefined }, PERIOD);
  expect.soft(causes).toEqual([]);
});

it("a churn without an amount after lost all it had, in validation as in the forecast", async () => {
  await fresh();
  await book.add("blank", "own");
  await book.was("blank", "2026-05-05", 30);
  await book.decided("blank", { on: "2026-08-05", kind: "churned", before: 500_000 });
  const ctx = await book.as("reader", "viewer");
  const { contracts } = await getForecast(ctx, ALL, "12m");
  expect(retentionOf(contracts).lostCents).toBe(500_000);
  const cases = knownCases(await listDecisionsBefore(ctx, { horizon: 90, version: null }));
  expect(cases).toHaveLength(1);
  expect(lostMoney(cases)).toEqual({ lostCents: 500_000, caughtCents: 500_000, withoutAmount: 0 });
});

it("exports the lost with what was lost, as the screen lists them", async () => {
  await fresh();
  await book.add("left", "own");
  await book.decided("left", { on: "2026-03-05", kind: "downsold", before: 500_000, after: 400_000 });
  await book.decided("left", { on: "2026-08-05", kind: "churned", before: 400_000, after: 0 });
  await book.pool.query("update outcomes set cause = 'price' where kind = 'churned'");
  const ctx = await book.as("reader", "viewer");
  const search = new URLSearchParams("between=2025-12-01..2026-11-30&lost=any&owner=all");
  const file = exportAccounts(ctx as never, search);
  const { header, rows: lines } = await file.read(ctx as never, 100);
  expect.soft(JSON.stringify(lines)).toContain("4000");
  expect.soft(header).toContain("arr_lost");
});

it("forecasts an accepted loss as lost", async () => {
  await fresh();
  await book.add("given up", "own", { arr: 900_000, decideBy: "2027-02-15", health: 20 });
  const boss = await book.as("boss", "manager");
  const { rows } = await book.pool.query("select id from accounts where slug = 'given up'");
  // The command scores the account anew, which has no contracts here: its row is put back.
  await book.pool.query("create table kept as select * from triage where slug = 'given up'");
  await recordDecision(boss, {
    accountId: rows[0].id,
    decision: { choice: "accept", forecast: "lost", note: "Acquired" },
    isSigned: true,
  });
  await book.pool.query("insert into triage select * from kept on conflict do nothing");
  const { forecast } = await getForecast(boss, ALL, "12m");
  const row = forecast.rows.find(({ slug }) => slug === "given up");
  expect.soft(row).toMatchObject({ call: "lost", calledBy: "boss" });
  expect.soft(forecast.months[3]?.called.lost).toEqual({ n: 1, arrCents: 900_000 });
});

it("a churn corrected to a renewal has not left among the watched", async () => {
  await fresh();
  await book.add("watched", "own");
  await book.was("watched", "2025-11-20", 80);
  await book.was("watched", "2025-11-30", 80);
  await book.was("watched", "2026-11-30", 80);
  await book.decided("watched", { on: "2026-05-05", kind: "churned", before: 500_000, after: 0 });
  await book.decided("watched", { on: "2026-05-05", kind: "renewed", before: 500_000, after: 500_000 });
  const found = await listWatched(await book.as("reader", "viewer"));
  expect(found?.rows.find(({ slug }) => slug === "watched")?.churned).toBe(false);
});
