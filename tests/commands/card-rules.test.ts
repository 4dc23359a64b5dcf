import type { Pool } from "pg";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { replayHistory } from "@/lib/commands/replay-history";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { runSnapshot } from "./run-snapshot";

vi.setConfig({ testTimeout: 240_000 });
const TODAY = "2026-11-30";
let pool: Pool;
let ctx: Ctx;

const rowsOf = async <Row extends object>(sql: string): Promise<Row[]> => (await pool.query<Row>(sql)).rows;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 150 });
  ctx = await systemContext("test", databaseOn(pool));
  await replayHistory(ctx, { from: addDays(TODAY, -100), to: addDays(TODAY, -1), dailyFrom: TODAY });
}, 240_000);

beforeEach(async () => {
  await pool.query("update settings set quarterly_greens = false, exempt_segments = '{}', scorecard_due_day = 31");
});

test("an exempt segment's health is the measured score, no card is due, and nobody is asked for one", async () => {
  const [largest] = await rowsOf<{ segment: string }>(
    "select segment from account_attributes where segment is not null group by 1 order by count(*) desc limit 1",
  );
  const segment = largest?.segment ?? "";
  await computeRun(ctx);
  const before = await rowsOf<{ differs: boolean }>(
    `select health <> score as differs from triage where segment = '${segment}'`,
  );
  expect(before.some(({ differs }) => differs)).toBe(true);
  await pool.query("update settings set exempt_segments = array[$1]", [segment]);
  await computeRun(ctx);
  const rows = await rowsOf<{
    state: string;
    due: string | null;
    overlaid: boolean;
    steps: string[];
    keys: string;
    divergence: string | null;
  }>(
    `select card_state as state, card_due_on as due, divergence, steps, reasons::text as keys,
       health is distinct from score and not exists (select from json_array_elements_text(steps) s where s like 'Guardrail%') as overlaid
     from triage where segment = '${segment}'`,
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    expect(row).toMatchObject({ state: "exempt", due: null, divergence: null, overlaid: false });
    expect(row.steps.join()).toContain("This segment needs no scorecard");
    expect(row.keys).not.toContain('"card"');
  }
  const clocks = await rowsOf(
    `select from clocks c join triage t using (account_id)
     where t.card_state = 'exempt' and c.kind in ('card', 'card_expired') and c.state <> 'stopped'`,
  );
  expect(clocks).toEqual([]);
});

test("a green account that was green all along and decides late answers once a quarter; others every month", async () => {
  await pool.query("update settings set quarterly_greens = true");
  await computeRun(ctx);
  const rows = await rowsOf<{ id: number; due: string; quarterly: boolean }>(
    `select t.account_id as id, t.card_due_on::text as due,
       t.decide_by > date '${TODAY}' + 180 and (
         select bool_and(coalesce(h.health_tone, 0) = 3) and min(h.day) <= date '${TODAY}' - 83 from health_day h
         where h.account_id = t.account_id and h.day between date '${TODAY}' - 90 and date '${TODAY}' - 1) as quarterly
     from triage t join lateral (
       select period from scorecards c where c.account_id = t.account_id and c.recorded_as <> 'challenge' order by period desc limit 1
     ) card on card.period = '2026-11'`,
  );
  expect(rows.filter(({ quarterly }) => quarterly).length).toBeGreaterThan(2);
  for (const { due, quarterly } of rows) expect(due).toBe(quarterly ? "2027-02-28" : "2026-12-31");
});

test("a quarterly account's card of September still counts in November, and a monthly one's has expired", async () => {
  await pool.query("update settings set quarterly_greens = true, scorecard_due_day = 25");
  await computeRun(ctx);
  const [quarterly] = await rowsOf<{ id: number }>(
    "select account_id as id from triage where card_due_on = '2027-02-25' order by 1 limit 1",
  );
  const [monthly] = await rowsOf<{ id: number }>(
    "select account_id as id from triage where card_due_on = '2026-12-25' order by 1 limit 1",
  );
  await pool.query("delete from divergences where account_id = any($1)", [[quarterly?.id, monthly?.id]]);
  await pool.query("delete from scorecards where account_id = any($1) and period > '2026-09'", [
    [quarterly?.id, monthly?.id],
  ]);
  await computeRun(ctx);
  const stateOf = async (id: number | undefined) =>
    (await rowsOf(`select card_state as state, card_due_on::text as due from triage where account_id = ${id}`))[0];
  expect(await stateOf(quarterly?.id)).toEqual({ state: "in_force", due: "2026-12-25" });
  expect(await stateOf(monthly?.id)).toEqual({ state: "expired", due: "2026-10-25" });
});

test("with both rules on, an incremental equals a full run in every column", async () => {
  await pool.query(
    "update settings set quarterly_greens = true, exempt_segments = (select array_agg(distinct segment) from account_attributes where segment like 'S%'), scorecard_due_day = 20",
  );
  await computeRun(ctx);
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     select id, '2026-11', 90, 'missing', 'none', 'missing', 'owner', '${TODAY}' from accounts where id % 3 = 0`,
  );
  const asked = (await rowsOf<{ id: number }>("select id from accounts where id % 3 = 0")).map(({ id }) => id);
  await updateAccounts(ctx, asked);
  const incremental = await runSnapshot(pool);
  await computeRun(ctx);
  const full = await runSnapshot(pool);
  for (const table of Object.keys(full)) expect(incremental[table], table).toEqual(full[table]);
});
