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
const OPENED = "2026-11-10";
let pool: Pool;
let ctx: Ctx;
let mild: { id: number; am: number; lead: number };

/** An account that measures green, is not of the top quarter and far from its decision, and whose people say yellow. */
beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await computeRun(ctx, { asOf: OPENED });
  const { rows } = await pool.query(
    `select t.account_id as id, t.am_id as am, p.manager_id as lead from triage t join people p on p.id = t.am_id
     where t.score_tone = 3 and p.manager_id is not null and (t.decide_by is null or t.decide_by > $1::date + 160)
       and t.arr_cents < (select percentile_cont(0.5) within group (order by arr_cents) from triage)
     order by t.account_id limit 1`,
    [OPENED],
  );
  [mild] = rows;
  await pool.query("delete from scorecards where account_id = $1", [mild.id]);
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     values ($1, '2026-11', 1, 'at_risk', 'lapsed', 'in_development', 'owner', $2)`,
    [mild.id, OPENED],
  );
  await updateAccounts(ctx, [mild.id]);
}, 240_000);

const known = async () =>
  (
    await pool.query(
      `select id, due_on as due, owner_role as role, owner_id as owner, settled_on is not null as "isSettled"
       from divergences where account_id = $1 and closed_on is null order by id desc limit 1`,
      [mild.id],
    )
  ).rows[0];

test("a mild disagreement is its account manager's up to the day it is due, and their manager's from the next", async () => {
  const { am, lead } = mild;
  const due = addDays(OPENED, 14);
  expect(await known()).toMatchObject({ due, role: "am", owner: am });
  await computeRun(ctx, { asOf: due });
  expect(await known()).toMatchObject({ due, role: "am", owner: am });
  await computeRun(ctx, { asOf: addDays(due, 1) });
  expect(await known()).toMatchObject({ due, role: "manager", owner: lead, isSettled: false });
});
