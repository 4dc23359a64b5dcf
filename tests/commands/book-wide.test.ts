import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { releaseHolds } from "@/lib/commands/release-holds";
import { settleHold } from "@/lib/commands/settle-hold";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { addDays, type Day } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const FIRST: Day = "2026-11-10";
let pool: Pool;
let ctx: Ctx;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await pool.query("update settings set go_live_on = $1", [FIRST]);
  await pool.query("delete from scorecards");
});

const run = (day: Day) => computeRun({ ...ctx, today: day });
const holds = async () =>
  (
    await pool.query(
      `select kind, subject, opened_on as on, verdict, released_at is not null as over, (detail->>'moved')::int as moved
       from holds order by id`,
    )
  ).rows;
const told = async (day: Day) =>
  (
    await pool.query("select from outbox where kind in ('band_changed', 'sudden_fall') and payload->>'asOf' = $1", [
      day,
    ])
  ).rowCount;

/** All milestones count as missed, or as they were. */
async function missMilestones(isMissed: boolean): Promise<void> {
  if (isMissed) {
    await pool.query("create table if not exists kept as select account_id, external_id, achieved_on from milestones");
    await pool.query("update milestones set achieved_on = null");
  } else
    await pool.query(
      `update milestones m set achieved_on = k.achieved_on from kept k
       where (k.account_id, k.external_id) = (m.account_id, m.external_id)`,
    );
}

test("a first run holds nothing, however it moved", async () => {
  await run(FIRST);
  expect(await holds()).toEqual([]);
});

test("a measure that moves more than 15% of the book holds the run: nobody is told, and the scores are what they are", async () => {
  const day = addDays(FIRST, 1);
  await missMilestones(true);
  await run(day);
  expect(await holds()).toEqual([
    { kind: "book_wide", subject: "milestones_met", on: day, verdict: null, over: false, moved: expect.any(Number) },
  ]);
  const { rows } = await pool.query<{ moved: number; tones: number }>(
    `select count(*)::int as moved, count(*) filter (where d.tone <> t.tone)::int as tones
     from held_days d join triage t using (account_id) where d.day = $1`,
    [day],
  );
  expect(rows[0]?.moved).toBeGreaterThanOrEqual(20);
  expect(rows[0]?.tones).toBeGreaterThan(2);
  expect(await told(day)).toBe(0);
});

test("said to be real, it counts at once and people are told", async () => {
  const day = addDays(FIRST, 1);
  const { rows } = await pool.query<{ id: number }>("select id from holds where released_at is null");
  await settleHold(
    { ...ctx, today: day },
    { holdId: rows[0]?.id ?? 0, verdict: "real", note: "All moved to a new plan" },
  );
  expect(await told(day)).toBeGreaterThan(2);
  expect((await pool.query("select from held_days")).rowCount).toBe(0);
  await run(addDays(day, 1));
  expect((await holds()).filter(({ over }) => !over)).toEqual([]);
  const audit = await pool.query("select after->>'verdict' as verdict from audit where entry = 'hold.settled'");
  expect(audit.rows).toEqual([{ verdict: "real" }]);
  await expect(
    settleHold(ctx, { holdId: rows[0]?.id ?? 0, verdict: "holiday", note: "No, a holiday" }),
  ).rejects.toThrow("over");
});

test("unexplained, it lets go by itself after 24 hours and then counts, flagged", async () => {
  const day = addDays(FIRST, 12);
  await run(addDays(day, -1));
  await missMilestones(false);
  await updateAccounts({ ...ctx, today: addDays(day, -1) });
  await run(day);
  const open = (await holds()).filter(({ over }) => !over);
  expect(open).toHaveLength(1);
  expect(await releaseHolds({ ...ctx, today: day })).toBe(0);
  const before = (await told(day)) ?? 0;
  await pool.query("update holds set releases_at = now() - interval '1 minute' where released_at is null");
  expect(await releaseHolds({ ...ctx, today: day })).toBe(1);
  expect((await holds()).at(-1)).toMatchObject({ verdict: "by_itself", over: true });
  expect(((await told(open[0].on)) ?? 0) + ((await told(day)) ?? 0)).toBeGreaterThan(before);
});
