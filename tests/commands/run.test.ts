import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { createPool, databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { pruneRuns } from "@/lib/commands/prune-runs";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { computeBook } from "@/lib/server/run/compute-book";
import { takeLease } from "@/lib/server/run/lease";
import { publishRun } from "@/lib/server/run/publish-run";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
let pool: Pool;
let url: string;
let ctx: Ctx;

beforeAll(async () => {
  ({ pool, url } = await testDatabase());
  await loadDemo(pool, { accounts: 30, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
}, 240_000);

const one = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row> =>
  (await pool.query<Row>(sql, values)).rows[0] as Row;

/** The current run's rows wherever it has any, and the tables that a publication leaves. */
const whole = () =>
  one<{
    run: number;
    scores: number;
    triage: number;
    days: number;
    portfolio: number;
    tables: string[];
    indexes: number;
  }>(
    `select accounts as run, (select count(*)::int from run_scores where run_id = runs.id) as scores,
       (select count(*)::int from triage where run_id = runs.id) as triage,
       (select count(*)::int from health_day where day = as_of and not replayed) as days,
       (select sum(accounts)::int from portfolio_day where day = as_of and dimension = 'all') as portfolio,
       (select array_agg(tablename::text) from pg_tables where tablename like 'triage%' and tablename <> 'triage_marks') as tables,
       (select count(*)::int from pg_indexes where tablename = 'triage' and indexname like 'triage\\_%') as indexes
     from runs where is_current and status = 'published'`,
  );
const wholeOf = (n: number) => ({
  run: n,
  scores: n,
  triage: n,
  days: n,
  portfolio: n,
  tables: ["triage"],
  indexes: 11,
});

test("a run is published whole, and is the current one", async () => {
  expect(ctx.today).toBe(TODAY);
  const { accounts, asOf } = await computeRun(ctx);
  expect(asOf).toBe(TODAY);
  expect(accounts).toBeGreaterThan(20);
  expect(await whole()).toEqual(wholeOf(accounts));
});

test("publishing leaves one line in the audit log", async () => {
  const line = await one(
    "select actor, entry, after->>'asOf' as day from audit where entry like 'run.%' order by id desc",
  );
  expect(line).toEqual({ actor: "job:test", entry: "run.published", day: TODAY });
});

test("a connection killed at any moment publishes nothing or the whole", async () => {
  const { accounts } = await computeRun(ctx);
  let failed = 0;
  for (let round = 0; round < 12; round++) {
    const victim = createPool(url);
    const context = { ...ctx, db: databaseOn(victim) };
    const running = computeRun(context).catch(() => failed++);
    await new Promise((resolve) => setTimeout(resolve, 15 + round * 20));
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and (state = 'active' or xact_start is not null)`,
    );
    await running;
    await victim.end();
    await pool.query("update leases set expires_at = '-infinity'");
    expect(await whole()).toEqual(wholeOf(accounts));
  }
  expect(failed).toBeGreaterThan(2);
  await computeRun(ctx);
  expect(await whole()).toEqual(wholeOf(accounts));
  expect(await one("select count(*)::int as left from runs where status = 'computing'")).toEqual({ left: 0 });
}, 240_000);

test("of schedulers that fire at once, one publishes", async () => {
  const notSince = new Date();
  const { rows } = await pool.query("select id from runs");
  const results = await Promise.allSettled(Array.from({ length: 4 }, () => computeRun(ctx, { notSince })));
  const late = await computeRun(ctx, { notSince });
  const isNew = results.filter((result) => result.status === "fulfilled" && result.value.isNew);
  expect(isNew).toHaveLength(1);
  expect(late.isNew).toBe(false);
  const { rows: after } = await pool.query("select id from runs");
  expect(after.length).toBe(rows.length + 1);
});

test("a worker that wakes up after its lease was taken over cannot publish", async () => {
  const sleeper = await takeLease(pool, "run", -1);
  const { id } = await one<{ id: number }>(
    "insert into runs (as_of, model_version, status, epoch, definitions) values ($1, 1, 'computing', 1, '{}') returning id",
    [TODAY],
  );
  const { runId } = await computeRun(ctx);
  const waking = withTransaction(pool, async ({ tx, client }) => {
    const computed = await computeBook(client, TODAY);
    if (!sleeper) throw new Error("the lease was not taken");
    await publishRun({ ctx, tx, client, lease: sleeper, runId: id, computed });
  });
  await expect(waking).rejects.toThrow("Another run has taken over");
  expect(await one("select id from runs where is_current")).toEqual({ id: runId });
  expect(await one("select status from runs where id = $1", [id])).toEqual({ status: "failed" });
});

test("a run of a day to come is refused", async () => {
  await expect(computeRun(ctx, { asOf: addDays(TODAY, 1) })).rejects.toThrow("a day that has come");
});

test("pruning keeps the current run and the last of each day", async () => {
  const { runId } = await computeRun(ctx, { asOf: addDays(TODAY, -1) });
  await computeRun(ctx);
  const dropped = await pruneRuns(ctx);
  expect(dropped.length).toBeGreaterThan(2);
  const { rows } = await pool.query<{ id: number }>(
    "select id from runs where to_regclass('run_scores_' || id) is not null order by id",
  );
  const current = await one<{ id: number }>("select id from runs where is_current");
  expect(rows.map((row) => row.id)).toEqual([runId, current.id]);
});
