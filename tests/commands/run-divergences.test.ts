import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 60_000 });
const TODAY = "2026-11-30";
const EARLIER = addDays(TODAY, -20);
let pool: Pool;
let ctx: Ctx;
let account: number;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await computeRun(ctx, { asOf: EARLIER });
  const { rows } = await pool.query<{ id: number }>(
    "select account_id as id from triage where score_tone = 1 order by score, account_id limit 1",
  );
  account = rows[0]?.id ?? 0;
  await pool.query("delete from scorecards where account_id = $1", [account]);
  await answer("active", "active", "defensible", EARLIER, 1);
}, 120_000);

async function answer(champion: string, executive: string, outcome: string, day: string, version: number) {
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     values ($1, '2026-11', $2, $3, $4, $5, 'owner', $6)`,
    [account, version, champion, executive, outcome, day],
  );
}
const shown = async () =>
  (
    await pool.query(
      "select score_tone as measured, people_tone as people, tone, divergence, divergence_severe as severe from triage where account_id = $1",
      [account],
    )
  ).rows[0];
const known = async () =>
  (
    await pool.query(
      `select sign, severe, opened_on as opened, due_on as due, closed_on as closed, settled_on as settled, owner_role as owner
       from divergences where account_id = $1 order by id`,
      [account],
    )
  ).rows;

test("people who lift red to green count at once, and the manager owns the divergence", async () => {
  await updateAccounts(ctx, [account]);
  expect(await shown()).toEqual({ measured: 1, people: 3, tone: 3, divergence: "false_alarm", severe: true });
  expect((await known()).at(-1)).toEqual({
    sign: "false_alarm",
    severe: true,
    opened: EARLIER,
    due: addDays(EARLIER, 14),
    closed: null,
    settled: null,
    owner: "manager",
  });
});

test("a lift that nobody settled in 14 days is capped at yellow", async () => {
  const before = (await known()).length;
  await computeRun(ctx);
  expect(await shown()).toMatchObject({ people: 3, tone: 2 });
  expect(await known()).toHaveLength(before);
});

test("once the manager has settled it, the lift counts and the divergence is no reason any more", async () => {
  await pool.query(
    `update divergences set settled_on = $2, settled_gap = gap, resolution = 'people_right'
     where account_id = $1 and closed_on is null and settled_on is null`,
    [account, TODAY],
  );
  await updateAccounts(ctx, [account]);
  expect(await shown()).toMatchObject({ tone: 3, divergence: null, severe: false });
});

test("settled stays settled until an answer changes; then it opens again", async () => {
  const settled = await known();
  await computeRun(ctx);
  expect(await known()).toEqual(settled);
  await answer("active", "active", "in_development", TODAY, 2);
  await updateAccounts(ctx, [account]);
  expect((await known()).slice(settled.length)).toMatchObject([{ sign: "false_alarm", opened: TODAY, settled: null }]);
});

test("it closes by itself when people and numbers agree", async () => {
  await answer("missing", "none", "missing", TODAY, 3);
  await updateAccounts(ctx, [account]);
  expect((await known()).at(-1)).toMatchObject({ closed: TODAY, settled: null });
  expect(await shown()).toMatchObject({ people: 1, tone: 1, divergence: null });
});
