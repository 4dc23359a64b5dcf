import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
const EARLIER = addDays(TODAY, -20);
let pool: Pool;
let ctx: Ctx;
let account: number;
let other: number;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await computeRun(ctx, { asOf: EARLIER });
  const { rows } = await pool.query<{ id: number }>(
    "select account_id as id from triage where score_tone = 1 order by score, account_id limit 2",
  );
  [account = 0, other = 0] = rows.map(({ id }) => id);
  await pool.query("delete from scorecards where account_id = any($1)", [[account, other]]);
  await answer("active", "active", "defensible", EARLIER, 1);
}, 240_000);

async function answer(
  champion: string,
  executive: string,
  outcome: string,
  day: string,
  version: number,
  of = account,
) {
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     values ($1, '2026-11', $2, $3, $4, $5, 'owner', $6)`,
    [of, version, champion, executive, outcome, day],
  );
}
const shown = async (of = account) =>
  (
    await pool.query(
      "select score_tone as measured, people_tone as people, tone, divergence, divergence_severe as severe from triage where account_id = $1",
      [of],
    )
  ).rows[0];
const known = async (of = account) =>
  (
    await pool.query(
      `select sign, severe, opened_on as opened, due_on as due, closed_on as closed, settled_on as settled, owner_role as owner
       from divergences where account_id = $1 order by id`,
      [of],
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

test("one band apart belongs to the account's own people", async () => {
  await answer("active", "lapsed", "in_development", EARLIER, 1, other);
  await updateAccounts(ctx, [other]);
  expect(await shown(other)).toMatchObject({ measured: 1, people: 2, divergence: "false_alarm", severe: false });
  expect((await known(other)).at(-1)).toMatchObject({ opened: EARLIER, due: addDays(EARLIER, 14), settled: null });
});

test("a lift that nobody settled in 14 days is capped at yellow", async () => {
  const before = (await known()).length;
  await computeRun(ctx);
  expect(await shown()).toMatchObject({ people: 3, tone: 2 });
  expect(await known()).toHaveLength(before);
});

test("one that its AM or CSM did not settle in time is the manager's, who is told once", async () => {
  const { rows } = await pool.query<{ role: string; told: number }>(
    `select owner_role as role, (select count(*)::int from outbox where dedupe_key = format('divergence:%s:late', d.id)) as told
     from divergences d where opened_on = $1 and closed_on is null and settled_on is null and not severe`,
    [EARLIER],
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).toEqual(rows.map(() => ({ role: "manager", told: 1 })));
});

test("one that becomes severe later is the manager's for 14 days from then: the lift waits from that day, not from the first", async () => {
  const before = await known(other);
  await answer("active", "active", "defensible", TODAY, 2, other);
  await updateAccounts(ctx, [other]);
  // What is known of it since counts from the next scoring on.
  await updateAccounts(ctx, [other]);
  expect(await shown(other)).toMatchObject({ measured: 1, people: 3, tone: 3, severe: true });
  expect(await known(other)).toEqual([
    ...before.slice(0, -1),
    { ...before.at(-1), severe: true, due: addDays(TODAY, 14), owner: "manager" },
  ]);
  const { rows } = await pool.query(
    "select payload->>'severe' as severe, payload->>'isLate' as late from outbox where dedupe_key like 'divergence:%:severe'",
  );
  expect(rows).toEqual([{ severe: "true", late: null }]);
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

test("who was right is recorded once an outcome is known, and again when it is corrected", async () => {
  const OPENED = "2026-08-01";
  await pool.query("select ensure_months('health_day', $1, '2026-09-30')", [OPENED]);
  const { rows } = await pool.query(
    `insert into divergences (account_id, sign, gap, tones, severe, opened_on, due_on, owner_role)
     values ($1, 'hidden_risk', 70, 2, true, $2, $2, 'manager') returning id`,
    [account, OPENED],
  );
  await pool.query(
    `insert into health_day (account_id, day, score, health, qualitative, coverage, model_version, score_tone, health_tone,
       people_tone, replayed) values ($1, '2026-09-13', 88, 15, 15, 1, 1, 3, 1, 1, false)`,
    [account],
  );
  const decided = (kind: string) =>
    pool.query(
      `insert into outcomes (account_id, external_id, kind, decided_on, effective_on)
       values ($1, 'decided', $2, '2026-11-15', '2027-01-15')
       on conflict (account_id, external_id) do update set kind = excluded.kind`,
      [account, kind],
    );
  const verdict = async () =>
    (await pool.query("select who_was_right from divergences where id = $1", [rows[0].id])).rows[0].who_was_right;
  await updateAccounts(ctx, [account]);
  expect(await verdict()).toBeNull();
  await decided("churned");
  await updateAccounts(ctx, [account]);
  expect(await verdict()).toBe("people");
  await decided("renewed");
  await computeRun(ctx);
  expect(await verdict()).toBe("numbers");
});
