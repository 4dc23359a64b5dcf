import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { ingestRows } from "@/lib/commands/ingest-rows";
import { settleDivergence } from "@/lib/commands/settle-divergence";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { type AccountHealth, healthOfMany } from "@/lib/server/run/health-of-many";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
let pool: Pool;
let ctx: Ctx;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 150, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await computeRun(ctx, { asOf: addDays(TODAY, -1) });
  await computeRun(ctx);
}, 240_000);

const unguarded = async () => {
  for (const { id } of await fresh(1, "score desc", 40)) {
    const { rows } = await pool.query(
      "select flags from run_scores s join runs r on r.id = s.run_id where r.is_current and account_id = $1",
      [id],
    );
    if ((rows[0].flags & 32) === 0) return id;
  }
  throw new Error("none");
};
async function answer(of: number, answers: string[], day: string, version: number) {
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     values ($1, '2026-11', $2, $3, $4, $5, 'owner', $6)`,
    [of, version, ...answers, day],
  );
}
const BEST = ["active", "active", "defensible"];
const shown = async (of: number) =>
  (
    await pool.query(
      "select score, score_tone as measured, people_tone as people, tone, divergence, divergence_severe as severe from triage where account_id = $1",
      [of],
    )
  ).rows[0];
const known = async (of: number) =>
  (
    await pool.query(
      "select id, sign, gap, severe, severe_since, opened_on as opened, due_on as due, closed_on as closed, settled_on as settled, owner_role as owner from divergences where account_id = $1 order by id",
      [of],
    )
  ).rows;
const fresh = async (tone: number, order = "score", n = 12) =>
  (
    await pool.query<{ id: number; external: string; score: number }>(
      `select account_id as id, external_id as external, score from triage join accounts a on a.id = account_id
     where score_tone = $1 and not exists (select from divergences d where d.account_id = triage.account_id) and am_id is not null order by ${order} limit ${n}`,
      [tone],
    )
  ).rows;

test("a mild one that its AM settled does not review the lift that follows: the manager gets it", async () => {
  const some = (await fresh(2, "score", 40)).slice(0, 40);
  let hit = 0;
  for (const { id, external } of some) {
    await pool.query("delete from scorecards where account_id = $1", [id]);
    await answer(id, BEST, TODAY, 1);
    await updateAccounts(ctx, [id]);
    const open = (await known(id)).at(-1);
    if (!open || open.severe) continue;
    await settleDivergence(ctx, { divergenceId: open.id, resolution: "people_right", note: "Met sponsor" });
    const before = await shown(id);
    for (const severity of ["high"]) {
      const cells = { account_id: external, id: `zz-${id}`, opened_at: TODAY, severity };
      await ingestRows(ctx, { table: "tickets", rows: [{ line: 1, cells }] });
    }
    await updateAccounts(ctx);
    const after = await shown(id);
    const list = await known(id);
    if (after.measured === 1 && Math.abs(after.score - before.score) < 10) {
      hit++;
      expect.soft(list).toHaveLength(2);
    }
  }
  expect(hit).toBeGreaterThan(0);
});

test("mild in the morning, severe the same day: the manager is told", async () => {
  const [{ id } = { id: 0 }] = await fresh(1);
  await pool.query("delete from scorecards where account_id = $1", [id]);
  await answer(id, ["active", "lapsed", "in_development"], TODAY, 1);
  await updateAccounts(ctx, [id]);
  await answer(id, BEST, TODAY, 2);
  await updateAccounts(ctx, [id]);
  const then = (await known(id)).at(-1);
  const { rows } = await pool.query("select dedupe_key, payload from outbox where dedupe_key like $1 order by id", [
    `divergence:${then.id}%`,
  ]);
  expect(rows.filter(({ payload }) => payload.severe === true)).toHaveLength(1);
});

test("who was right is taken back with the outcome", async () => {
  const {
    rows: [{ id: account }],
  } = await pool.query(
    "select account_id as id from triage where not exists (select from outcomes o where o.account_id = triage.account_id) order by 1 desc limit 1",
  );
  await pool.query("select ensure_months('health_day', '2026-08-01', '2026-09-30')");
  const { rows } = await pool.query(
    `insert into divergences (account_id, sign, gap, tones, severe, opened_on, due_on, owner_role)
     values ($1, 'hidden_risk', 70, 2, true, '2026-08-01', '2026-08-15', 'manager') returning id`,
    [account],
  );
  await pool.query("delete from health_day where account_id = $1 and day between '2026-09-05' and '2026-09-16'", [
    account,
  ]);
  await pool.query(
    `insert into health_day (account_id, day, score, health, qualitative, coverage, model_version, score_tone, health_tone, people_tone, replayed)
     values ($1, '2026-09-13', 88, 15, 15, 1, 1, 3, 1, 1, false)`,
    [account],
  );
  await pool.query(
    `insert into outcomes (account_id, external_id, kind, decided_on, effective_on) values ($1, 'decided', 'churned', '2026-11-15', '2027-01-15')`,
    [account],
  );
  const verdict = async () =>
    (await pool.query("select who_was_right from divergences where id = $1", [rows[0].id])).rows[0].who_was_right;
  await updateAccounts(ctx, [account]);
  expect(await verdict()).toBe("people");
  await pool.query("delete from outcomes where account_id = $1 and external_id = 'decided'", [account]);
  await updateAccounts(ctx, [account]);
  await computeRun(ctx);
  expect(await verdict()).toBeNull();
});

test("a day on which a lift was capped says so also after it became mild", async () => {
  const id = await unguarded();
  await pool.query("delete from scorecards where account_id = $1", [id]);
  await answer(id, BEST, addDays(TODAY, -20), 1);
  await pool.query(
    `insert into divergences (account_id, sign, gap, tones, severe, severe_since, scorecard_id, opened_on, due_on, owner_role)
     select $1, 'false_alarm', 60, 2, true, $2::date, id, $2::date, $2::date + 14, 'manager' from scorecards where account_id = $1`,
    [id, addDays(TODAY, -20)],
  );
  await computeRun(ctx, { asOf: addDays(TODAY, -2) });
  await computeRun(ctx);
  const client = await pool.connect();
  const on = async (day: string) => {
    const { health, source } = (await healthOfMany(client, [id], day)).get(id) as AccountHealth;
    return {
      day,
      source,
      score: health.score,
      band: health.band?.key,
      liftCapped: health.liftCapped,
      last: health.steps.at(-1)?.after,
    };
  };
  const then = async () => [await on(addDays(TODAY, -2)), await on(addDays(TODAY, -3))];
  const before = await then();
  await answer(id, ["active", "lapsed", "in_development"], TODAY, 2);
  await updateAccounts(ctx, [id]);
  const after = await then();
  client.release();
  expect(after).toEqual(before);
});

test("an answer corrected and corrected back gives a capped lift no new days", async () => {
  const [{ id } = { id: 0 }] = await fresh(1);
  await pool.query("delete from scorecards where account_id = $1", [id]);
  await answer(id, BEST, addDays(TODAY, -20), 1);
  await pool.query(
    `insert into divergences (account_id, sign, gap, tones, severe, severe_since, scorecard_id, opened_on, due_on, owner_role)
     select $1, 'false_alarm', 60, 2, true, $2::date, id, $2::date, $2::date + 14, 'manager' from scorecards where account_id = $1`,
    [id, addDays(TODAY, -20)],
  );
  await updateAccounts(ctx, [id]);
  const capped = await shown(id);
  await answer(id, ["active", "lapsed", "in_development"], TODAY, 2);
  await updateAccounts(ctx, [id]);
  await answer(id, BEST, TODAY, 3);
  await updateAccounts(ctx, [id]);
  await updateAccounts(ctx, [id]);
  const back = await shown(id);
  expect(back.tone).toBe(capped.tone);
});

test("a published day shows what people saw though a champion's end is learnt later", async () => {
  const {
    rows: [a],
  } = await pool.query(
    `select t.account_id as id, a.external_id as external from triage t join accounts a on a.id = t.account_id
     where t.champion = 'active' and t.card_state = 'in_force' and (
       select count(*) from contacts c where c.account_id = t.account_id and role = 'champion' and active_to is null) = 1 order by 1 desc limit 1`,
  );
  const {
    rows: [card],
  } = await pool.query(
    "select submitted_on as day from scorecards where account_id = $1 order by period desc, version desc limit 1",
    [a.id],
  );
  const {
    rows: [c],
  } = await pool.query(
    "select external_id as id, name, active_from as since from contacts where account_id = $1 and role = 'champion' and active_to is null",
    [a.id],
  );
  await computeRun(ctx);
  await pool.query("update settings set today_fixed = '2026-12-02'");
  const later = await systemContext("test", databaseOn(pool));
  const client = await pool.connect();
  const on = async () => {
    const { health, source, card: k } = (await healthOfMany(client, [a.id], TODAY)).get(a.id) as AccountHealth;
    return {
      source,
      score: health.score,
      people: health.qualitative,
      ended: k?.championEnded,
      last: health.steps.at(-1)?.after,
    };
  };
  const before = await on();
  await computeRun(later);
  const cells = {
    account_id: a.external,
    id: c.id,
    name: c.name,
    role: "champion",
    active_from: c.since,
    active_to: card.day,
  };
  await ingestRows(later, { table: "contacts", rows: [{ line: 1, cells }] });
  await updateAccounts(later);
  const after = await on();
  client.release();
  expect(after).toEqual(before);
});
