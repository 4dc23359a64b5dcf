import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listTriage } from "@/db/queries/list-triage";
import { assignOwner } from "@/lib/commands/assign-owner";
import { closePlan } from "@/lib/commands/close-plan";
import { computeRun } from "@/lib/commands/compute-run";
import { handOverBook } from "@/lib/commands/hand-over-book";
import { markTriage } from "@/lib/commands/mark-triage";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const TODAY = "2026-11-30";
const START = addDays(TODAY, -60);
let pool: Pool;
let system: Ctx;
let admin: Ctx;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  system = await systemContext("test", databaseOn(pool));
  await pool.query("update settings set go_live_on = $1", [START]);
  const { rows } = await pool.query("select person_id as id from person_roles where role = 'admin' limit 1");
  admin = await contextOf(
    { kind: "person", personId: rows[0].id, name: "A", email: "", roles: ["admin"] },
    databaseOn(pool),
  );
});

test("an account that was out of the book comes back without clocks that ran while it was out", async () => {
  for (let d = START; d <= addDays(START, 4); d = addDays(d, 1)) await computeRun(system, { asOf: d });
  const { rows } = await pool.query(
    `select account_id as id from health_day where health_tone in (1, 2) and score_tone = health_tone and day >= $1
     group by 1 having count(*) = 5 and min(health_tone) = max(health_tone) order by min(score) limit 1`,
    [START],
  );
  const id = rows[0].id;
  await pool.query("delete from plans where account_id = $1", [id]);
  await pool.query(
    "delete from contracts where account_id = $1 and external_id <> (select max(external_id) from contracts where account_id = $1)",
    [id],
  );
  await pool.query("update contracts set starts_on = $2, ends_on = $3, auto_renew = false where account_id = $1", [
    id,
    addDays(START, -300),
    addDays(START, 4),
  ]);
  await computeRun(system, { asOf: addDays(START, 6) });
  expect((await pool.query("select from triage where account_id = $1", [id])).rows).toEqual([]);
  // It signs anew seven weeks later.
  const back = addDays(START, 55);
  await pool.query("update contracts set starts_on = $2, ends_on = $3 where account_id = $1", [
    id,
    back,
    addDays(back, 365),
  ]);
  await computeRun(system, { asOf: addDays(back, -1) });
  await computeRun(system, { asOf: back });
  const after = await pool.query(
    "select tone, key, started_on as started, due_on as due, breached_on as breached, state, text from clocks where account_id = $1 and tone is not null and state <> 'stopped'",
    [id],
  );
  expect(after.rows.filter(({ breached }) => breached !== null)).toEqual([]);
});

test("a row that was done comes back when the same thing is the matter anew", async () => {
  await computeRun(system);
  const { rows } = await pool.query(
    "select account_id as id, csm_id as csm from triage where csm_id is not null order by 1 limit 1",
  );
  const [{ id, csm }] = rows;
  const ctx = await contextOf({ kind: "person", personId: csm, name: "", email: "", roles: ["csm"] }, databaseOn(pool));
  const queued = async () =>
    (await listTriage(ctx, { book: "me", withReason: true })).rows.map(({ accountId }) => accountId);
  const say = (reasons: unknown[]) =>
    pool.query("update triage set reasons = $2::jsonb where account_id = $1", [id, JSON.stringify(reasons)]);
  const fall = (text: string) => ({ key: "fall", text, action: "contact", severe: true });
  await say([fall("Fell 12 in 5 d, unanswered")]);
  await markTriage(ctx, { accountIds: [id], mark: { kind: "done" } });
  expect(await queued()).not.toContain(id);
  await say([]);
  await computeRun(system);
  await say([fall("Fell 30 in 6 d, unanswered")]);
  expect(await queued()).toContain(id);
  // In the same band another duty is another matter.
  await say([{ key: "red", text: "Red 9 days, no recovery plan", action: "plan", severe: false }]);
  await markTriage(ctx, { accountIds: [id], mark: { kind: "done" } });
  expect(await queued()).not.toContain(id);
  await say([{ key: "red", text: "Red 91 days, no decision", action: "decide", severe: true }]);
  expect(await queued()).toContain(id);
});

test("a hand-over of the CSM's book outlives an AM's hand-over that was planned before for a later day", async () => {
  const { rows } = await pool.query(
    "select account_id as id, csm_id as csm, am_id as am from triage where csm_id is not null and am_id is not null and csm_id <> am_id order by 1 limit 1",
  );
  const [{ id, csm, am }] = rows;
  const other = async (role: string, not: number) =>
    (
      await pool.query(
        "select p.id from people p join person_roles r on r.person_id = p.id where r.role = $1 and p.id <> $2 and p.status = 'active' order by 1 limit 1",
        [role, not],
      )
    ).rows[0].id as number;
  const [newCsm, newAm] = [await other("csm", csm), await other("am", am)];
  const later = addDays(system.today, 7);
  await handOverBook(admin, { fromPersonId: am, toPersonId: newAm, role: "am", from: later, accountIds: [id] });
  await assignOwner(admin, { accountIds: [id], role: "csm", personId: newCsm });
  const ownerOn = async (day: string) =>
    (
      await pool.query(
        "select csm_id as csm, am_id as am from account_owners where account_id = $1 and valid_from <= $2 order by valid_from desc limit 1",
        [id, day],
      )
    ).rows[0];
  expect(await ownerOn(system.today)).toEqual({ csm: newCsm, am });
  expect(await ownerOn(later)).toEqual({ csm: newCsm, am: newAm });
});

test("a plan closed by mistake and opened again by undo goes on from where it began", async () => {
  const {
    rows: [{ id }],
  } = await pool.query("select account_id as id from triage where tone = 2 order by 1 limit 1");
  const {
    rows: [{ plan }],
  } = await pool.query(
    `insert into plans (account_id, kind, opened_on, status, tone_then, health_then) values ($1, 'action', '2026-11-01', 'open', 1, 31) returning id as plan`,
    [id],
  );
  const read = async () =>
    (await pool.query("select status, tone_then, health_then from plans where id = $1", [plan])).rows[0];
  const before = await read();
  await closePlan(admin, { planId: plan, status: "done", result: null });
  await closePlan(admin, { planId: plan, status: "open", isUndo: true, result: null });
  expect(await read()).toEqual(before);
});

test("a second sudden fall within fourteen days of the first is told", async () => {
  const {
    rows: [{ id }],
  } = await pool.query(
    "select account_id as id from triage where tone = 3 and health > 75 and account_id not in (select (payload->>'accountId')::int from outbox where kind = 'sudden_fall') order by 1 limit 1",
  );
  const {
    rows: [{ health }],
  } = await pool.query("select health from triage where account_id = $1", [id]);
  // The first fall, nine days ago, was told then; from there it fell on by 15.
  await pool.query(
    "insert into outbox (dedupe_key, kind, payload) values ($1, 'sudden_fall', jsonb_build_object('accountId', $2::int, 'to', $3::float8))",
    [`fall:${id}:${addDays(TODAY, -9)}`, id, health + 15],
  );
  for (let back = 20; back > 0; back--)
    await pool.query(
      `insert into health_day (account_id, day, health, score, coverage, model_version, health_band, score_band, health_tone, score_tone, people_tone, replayed)
       select account_id, $2, $3, $3, coverage, model_version, health_band, score_band, health_tone, score_tone, people_tone, false from health_day where account_id = $1 and day = $4
       on conflict (account_id, day) do update set health = excluded.health, replayed = false`,
      [id, addDays(TODAY, -back), back > 9 ? health + 35 : health + 15, TODAY],
    );
  await pool.query(
    "insert into portfolio_day (day, dimension, value, tone, band, accounts, arr_cents) select $1, dimension, value, tone, band, accounts, arr_cents from portfolio_day where day = $2 on conflict do nothing",
    [addDays(TODAY, -14), TODAY],
  );
  await pool.query("delete from clock_states where account_id = $1", [id]);
  await computeRun(system);
  const { rows: falls } = await pool.query(
    "select started_on as started from clocks where account_id = $1 and kind = 'fall' order by 1",
    [id],
  );
  const { rows: told } = await pool.query("select dedupe_key as key from outbox where dedupe_key like $1 order by 1", [
    `fall:${id}:%`,
  ]);
  expect(falls.map(({ started }) => started)).toContain(TODAY);
  expect(told.map(({ key }) => key)).toContain(`fall:${id}:${TODAY}`);
});
