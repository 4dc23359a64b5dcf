import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 280_000 });
const TODAY = "2026-11-30";
const START = addDays(TODAY, -44);
let pool: Pool;
let ctx: Ctx;
let lifted = 0;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await pool.query("update settings set go_live_on = $1", [START]);
  await computeRun(ctx, { asOf: TODAY });
  const { rows } = await pool.query<{ id: number }>(
    "select account_id as id from triage where score_tone = 1 order by score, account_id limit 1",
  );
  lifted = rows[0]?.id ?? 0;
  await pool.query("delete from health_day where day = $1", [TODAY]);
  await pool.query("delete from scorecards where account_id = any($1)", [[lifted]]);
  await pool.query("delete from divergences where account_id = any($1)", [[lifted]]);
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     values ($1, '2026-10', 1, 'active', 'active', 'defensible', 'owner', $2)`,
    [lifted, addDays(START, 5)],
  );
}, 280_000);

test("while a lift is capped unreviewed, the measured band's clocks run on from the day on which red began", async () => {
  for (let day = START; day <= TODAY; day = addDays(day, 1)) await computeRun(ctx, { asOf: day });
  const { rows } = await pool.query(
    "select started_on as started from clocks where account_id = $1 and key = 'six_months' and state <> 'stopped'",
    [lifted],
  );
  expect(rows).toEqual([{ started: START }]);
  const opened = await pool.query(
    "select band, opened_on as opened, closed_on as closed from opened_playbooks where account_id = $1",
    [lifted],
  );
  expect(opened.rows).toEqual([{ band: "red", opened: START, closed: null }]);
});
