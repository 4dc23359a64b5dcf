import { setTimeout as sleep } from "node:timers/promises";
import { makeWorkerUtils } from "graphile-worker";
import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { loadDemo } from "@/db/demo/load-demo";
import { dailyRun } from "@/lib/jobs/daily-run";
import { startWorker } from "@/lib/jobs/start-worker";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000 });
let pool: Pool;

beforeAll(async () => {
  ({ pool } = await testDatabase());
}, 240_000);

const runs = async () => (await pool.query("select id from runs where status = 'published'")).rows.length;

test("without a model the daily run does nothing", async () => {
  await dailyRun();
  expect(await runs()).toBe(0);
});

test("the daily run is published once, whoever asks how often", async () => {
  await loadDemo(pool, { accounts: 20, days: 100 });
  await Promise.all([dailyRun(), dailyRun(), dailyRun()]);
  await dailyRun();
  expect(await runs()).toBe(1);
});

test("the worker takes changed signals into the current run", async () => {
  const stop = await startWorker();
  const utils = await makeWorkerUtils({ pgPool: pool });
  try {
    await pool.query(
      "update usage_days set active_users = active_users + 3 where account_id = 1 and day > '2026-11-20'",
    );
    await utils.addJob("update-accounts", {});
    const left = async () => (await pool.query("select from changed_accounts")).rowCount;
    while (await left()) await sleep(100);
    const revision = async () => (await pool.query("select revision from runs where is_current")).rows[0].revision;
    while (!(await revision())) await sleep(100);
    expect(await revision()).toBe(1);
  } finally {
    await utils.release();
    await stop();
  }
});
