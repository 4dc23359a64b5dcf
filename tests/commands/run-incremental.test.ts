import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { replayHistory } from "@/lib/commands/replay-history";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { rescore } from "@/lib/server/run/rescore";
import { withTransaction } from "@/lib/server/transaction";
import { testDatabase } from "@/tests/setup";
import { runSnapshot } from "./run-snapshot";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
let pool: Pool;
let ctx: Ctx;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await replayHistory(ctx, { from: addDays(TODAY, -100), to: addDays(TODAY, -1), dailyFrom: TODAY });
  await computeRun(ctx);
}, 240_000);

/** Changes of every kind that moves a score, a card, an owner or the book; some on many accounts. */
const CHANGES: Record<string, { sql: string; ids?: string }> = {
  "usage of the last days corrected": {
    sql: `update usage_days set active_users = coalesce(active_users, 0) * 2 + 1
      where account_id in (select id from accounts order by id limit 12) and day > '2026-11-10'`,
  },
  "a late ticket of last month": {
    sql: `insert into tickets (account_id, external_id, opened_at, severity, escalated)
      select id, 'late-' || id, '2026-10-20 09:00+00', 'critical', true from accounts order by id limit 5`,
  },
  "champions gone": {
    sql: "update contacts set active_to = '2026-11-25' where role = 'champion' and account_id % 3 = 0",
  },
  "cards that turn": {
    sql: `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
      select id, '2026-11', 90, 'missing', 'none', 'missing', 'owner', '2026-11-30' from accounts where id % 4 = 0`,
    ids: "select id from accounts where id % 4 = 0",
  },
  "cards that turn back": {
    sql: `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
      select id, '2026-11', 91, 'active', 'active', 'defensible', 'owner', '2026-11-30' from accounts where id % 8 = 0`,
    ids: "select id from accounts where id % 8 = 0",
  },
  "a hand-over": {
    sql: `insert into account_owners (account_id, valid_from, csm_id, am_id)
      select account_id, '2026-11-30', am_id, csm_id from account_owners o
      where account_id % 5 = 0 and valid_from = (select max(valid_from) from account_owners x where x.account_id = o.account_id)
      on conflict do nothing`,
    ids: "select id from accounts where id % 5 = 0",
  },
  "contracts worth more": { sql: "update contracts set arr_cents = arr_cents * 3 where account_id % 2 = 0" },
  "customers lost": {
    sql: `insert into outcomes (account_id, external_id, kind, decided_on, effective_on)
      select id, 'lost-' || id, 'churned', '2026-11-20', '2026-11-29' from accounts order by id desc limit 3`,
  },
};

test.each(Object.entries(CHANGES))(
  "after %s, an incremental equals a full run in every column",
  async (_, { sql, ids }) => {
    const before = await runSnapshot(pool);
    await pool.query(sql);
    const asked = ids ? (await pool.query<{ id: number }>(ids)).rows.map((row) => row.id) : [];
    const scored = await updateAccounts(ctx, asked);
    expect(scored.length).toBeGreaterThan(0);
    const incremental = await runSnapshot(pool);
    expect(incremental).not.toEqual(before);
    await computeRun(ctx);
    const full = await runSnapshot(pool);
    for (const table of Object.keys(full)) expect(incremental[table], table).toEqual(full[table]);
  },
);

test("a card submitted while a full run is being computed is in what it publishes", async () => {
  for (let round = 0; round < 3; round++) {
    const { rows } = await pool.query<{ id: number }>("select account_id as id from triage order by 1 offset $1", [
      round,
    ]);
    const id = rows[0]?.id ?? 0;
    const last = (await pool.query("select max(id) as id from runs")).rows[0].id;
    const running = computeRun(ctx);
    const hasBegun = async () => (await pool.query("select from runs where id > $1", [last])).rowCount;
    while (!(await hasBegun())) await new Promise((resolve) => setTimeout(resolve, 2));
    await withTransaction(pool, async ({ tx, client }) => {
      await client.query("select from triage where account_id = $1", [id]);
      await new Promise((resolve) => setTimeout(resolve, 150 + 150 * round));
      await client.query(
        `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
         values ($1, '2026-11', $2, 'at_risk', 'lapsed', 'missing', 'owner', $3)`,
        [id, 200 + round, TODAY],
      );
      await rescore(tx, [id], "scorecard");
    });
    const { runId } = await running;
    const { rows: shown } = await pool.query(
      "select run_id, champion, executive, outcome from triage where account_id = $1",
      [id],
    );
    expect(shown[0]).toEqual({ run_id: runId, champion: "at_risk", executive: "lapsed", outcome: "missing" });
    const incremental = await runSnapshot(pool);
    await computeRun(ctx);
    expect(await runSnapshot(pool)).toEqual(incremental);
  }
}, 240_000);

test("an incremental is a revision of the same run", async () => {
  const { rows: before } = await pool.query("select id, revision from runs where is_current");
  const [id] = await updateAccounts(ctx, [1]);
  const { rows: after } = await pool.query("select id, revision from runs where is_current");
  expect(id).toBe(1);
  expect(after[0]).toEqual({ id: before[0].id, revision: before[0].revision + 1 });
});

test("nothing changed, nothing computed", async () => {
  expect(await updateAccounts(ctx)).toEqual([]);
});
