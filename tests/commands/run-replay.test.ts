import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getChange } from "@/db/queries/get-change";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { type AccountHealth, getDecomposition } from "@/db/queries/get-decomposition";
import { listHealthHistory } from "@/db/queries/list-health-history";
import { computeRun } from "@/lib/commands/compute-run";
import { replayHistory } from "@/lib/commands/replay-history";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { replayDays } from "@/lib/server/run/replayed-days";
import { testDatabase } from "@/tests/setup";
import { runSnapshot } from "./run-snapshot";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
const FROM = "2026-08-01";
let pool: Pool;
let ctx: Ctx;
let account: number;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 30, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await replayHistory(ctx, { from: FROM, to: addDays(TODAY, -1), dailyFrom: "2026-11-01" });
  await computeRun(ctx);
  const { rows } = await pool.query<{ id: number }>("select account_id as id from triage where tone > 0 order by 1");
  account = rows[0]?.id ?? 0;
}, 240_000);

test("points are the same day of each week, then daily towards the end", () => {
  expect(replayDays({ from: "2026-11-01", to: "2026-11-20", dailyFrom: "2026-11-18" })).toEqual([
    "2026-11-05",
    "2026-11-12",
    "2026-11-18",
    "2026-11-19",
    "2026-11-20",
  ]);
});

test("the same inputs give the same bytes, and a published day stays as people saw it", async () => {
  const before = await runSnapshot(pool);
  const days = await replayHistory(ctx, { from: FROM, to: TODAY, dailyFrom: "2026-11-01" });
  expect(days).toBeGreaterThan(30);
  expect(await runSnapshot(pool)).toEqual(before);
});

test("replay opens no divergence and owes no notice", async () => {
  const { rows } = await pool.query(
    "select (select count(*)::int from divergences where opened_on < $1) as divergences, (select count(*)::int from outbox where (payload->>'asOf')::date < $1) as notices",
    [TODAY],
  );
  expect(rows[0]).toEqual({ divergences: 0, notices: 0 });
});

test("history carries what each day's decomposition says", async () => {
  const history = await listHealthHistory(ctx, account, { from: FROM, to: TODAY });
  expect(history.at(-1)).toMatchObject({ day: TODAY, replayed: false });
  for (const point of [history[0], history.at(-5), history.at(-1)]) {
    if (!point) throw new Error("there is no history");
    const { health, source } = (await getDecomposition(ctx, account, { asOf: point.day })) as AccountHealth;
    expect(Math.fround(health.score as number)).toBe(Math.fround(point.health as number));
    expect(source).toBe(point.replayed ? "replayed" : "published");
  }
});

test("contributions of a published decomposition sum to the score that was published", async () => {
  const { rows } = await pool.query<{ id: number; score: number; health: number; steps: string[] }>(
    "select account_id as id, score, health, steps from triage order by 1",
  );
  for (const { id, score, health, steps } of rows) {
    const found = (await getDecomposition(ctx, id)) as AccountHealth;
    const sum = found.scored.contributions.reduce((total, { contribution }) => total + contribution, 0);
    expect(found.source).toBe("published");
    if (found.scored.raw !== null) expect(sum).toBeCloseTo(found.scored.raw, 9);
    expect(found.scored.exact).toBe(score);
    expect(found.health.score).toBe(health);
    expect(found.health.steps.map((step) => step.words)).toEqual(steps);
  }
});

test("a change between two dates splits into parts that sum to it", async () => {
  const { then, now, change } = await getChange(ctx, account, "2026-10-01", TODAY);
  expect([then?.source, now?.source]).toEqual(["replayed", "published"]);
  const sum = change?.parts.reduce((total, { part }) => total + part, 0);
  expect(sum).toBeCloseTo((now?.health.score ?? 0) - (then?.health.score ?? 0), 9);
});

test("each day goes by the model that counted then", async () => {
  await pool.query(
    `insert into model_versions (version, name, definition, note, effective_from)
     select 90, name, definition, 'from mid October', '2026-10-15' from model_versions where version = 1`,
  );
  const version = async (asOf: string) => (await getDecomposition(ctx, account, { asOf }))?.modelVersion;
  expect(await version("2026-10-14")).not.toBe(90);
  expect(await version("2026-10-15")).toBe(90);
  expect(await version(TODAY)).not.toBe(90);
  const other = await getDecomposition(ctx, account, { version: 90 });
  expect(other).toMatchObject({ modelVersion: 90, source: "replayed" });
  await pool.query("delete from model_versions where version = 90");
});

test("a late signal changes the replay of its day, not what was published", async () => {
  const day = "2026-10-20";
  const before = (await getDecomposition(ctx, account, { asOf: day })) as AccountHealth;
  const published = (await getDecomposition(ctx, account)) as AccountHealth;
  await computeRun(ctx, { asOf: addDays(TODAY, -1) });
  await pool.query("update usage_days set active_users = 0 where account_id = $1 and day between '2026-10-01' and $2", [
    account,
    day,
  ]);
  await updateAccounts(ctx);
  const after = (await getDecomposition(ctx, account, { asOf: day })) as AccountHealth;
  expect(after.scored.exact).not.toBe(before.scored.exact);
  expect(((await getDecomposition(ctx, account)) as AccountHealth).scored.exact).toBe(published.scored.exact);
  await computeRun(ctx);
});

test("an account with no data is insufficient, not red", async () => {
  const { rows } = await pool.query<{ id: number }>(
    `with made as (insert into accounts (external_id, slug, name, customer_since) values ('new', 'new', 'New', '2026-01-01') returning id)
     insert into contracts (account_id, external_id, starts_on, ends_on, arr_cents, currency)
     select id, 'c', '2026-01-01', '2026-12-31', 100, 'USD' from made returning account_id as id`,
  );
  const id = rows[0]?.id ?? 0;
  await pool.query("delete from feeds where feed in ('usage_days', 'touchpoints', 'invoices')");
  await updateAccounts(ctx, [id]);
  const { rows: shown } = await pool.query("select tone, band, reason from triage where account_id = $1", [id]);
  expect(shown[0]).toMatchObject({ tone: 0, band: null });
  const found = await getDecomposition(ctx, id);
  expect(found?.health.band).toBeNull();
});

test("the current run says how fresh its sources are", async () => {
  const run = await getCurrentRun(ctx);
  expect(run).toMatchObject({ asOf: TODAY });
  expect(run?.feeds.length).toBeGreaterThan(3);
  expect(run?.freshFeeds).toBe(run?.feeds.length);
});
