import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { handOverBook } from "@/lib/commands/hand-over-book";
import { replayHistory } from "@/lib/commands/replay-history";
import { addDays } from "@/lib/core/calendar";
import { contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const TODAY = "2026-11-30";
let pool: Pool;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  await pool.query("update settings set go_live_on = $1", [addDays(TODAY, -40)]);
  const system = await systemContext("test", databaseOn(pool));
  await replayHistory(system, { from: addDays(TODAY, -60), to: addDays(TODAY, -1), dailyFrom: addDays(TODAY, -60) });
  await pool.query("update health_day set replayed = false where day >= $1", [addDays(TODAY, -40)]);
  await computeRun(system);
});

test("a breached clock stops on the day of a hand-over, and the new owner gets its period again, at most 14 days", async () => {
  const { rows } = await pool.query(
    `select c.account_id as id, t.csm_id as csm, c.key, c.due_on as due from clocks c join triage t using (account_id)
     where c.state = 'breached' and c.owner_role = 'csm' and c.kind in ('plan', 'review') order by 1, 3 limit 1`,
  );
  const [{ id, csm, key, due }] = rows;
  const { rows: others } = await pool.query(
    `select p.id, p.manager_id as boss from people p join person_roles r on r.person_id = p.id and r.role = 'csm' where p.id <> $1
       and p.manager_id = (select manager_id from people where id = $1) order by 1 limit 1`,
    [csm],
  );
  const [{ id: to, boss }] = others;
  const person = { kind: "person", personId: boss, name: "", email: "", roles: ["manager"] } as const;
  const ctx = await contextOf(person, databaseOn(pool));
  await handOverBook(ctx, { fromPersonId: csm, toPersonId: to, role: "csm", from: TODAY, accountIds: [id] });
  const after = await pool.query(
    `select state, started_on as started, due_on as due, stopped_on as stopped, stopped_by as by from clocks
     where account_id = $1 and key = $2 order by started_on desc limit 2`,
    [id, key],
  );
  const [fresh, former] = after.rows;
  expect(former).toMatchObject({ state: "stopped", due, stopped: TODAY, by: "new_owner" });
  expect(fresh).toMatchObject({ state: "running", started: TODAY, stopped: null });
  expect(fresh.due > TODAY && fresh.due <= addDays(TODAY, 14)).toBe(true);
});
