import type { Pool } from "pg";
import { beforeAll, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listDraws } from "@/db/queries/list-draws";
import { computeRun } from "@/lib/commands/compute-run";
import { SavePlan, savePlan } from "@/lib/commands/save-plan";
import { UpdateSettings, updateSettings } from "@/lib/commands/update-settings";
import { isHeldOut } from "@/lib/core/playbook/hold-out";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const PLAY = "re_engage";
let pool: Pool;
let ctx: Ctx;
let held: number;
let free: number;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 60 });
  await pool.query("delete from plans");
  ctx = await systemContext("test", databaseOn(pool));
  await computeRun(ctx);
  const { rows } = await pool.query<{ id: number }>("select account_id as id from triage where tone = 2 order by 1");
  held = rows.find(({ id }) => isHeldOut(PLAY, id))?.id ?? 0;
  free = rows.find(({ id }) => !isHeldOut(PLAY, id))?.id ?? 0;
}, 240_000);

const plan = (accountId: number, change = {}, on = ctx) =>
  savePlan(on, SavePlan.parse({ accountId, kind: "action", cause: "usage_decline", play: PLAY, ...change }));
const playOf = async (planId: number) =>
  (await pool.query<{ play: string | null }>("select play from plans where id = $1", [planId])).rows[0]?.play;
const draws = async () => (await listDraws(ctx, { book: "all" })).map((draw) => [draw.accountId, draw.play, draw.held]);

it("is drawn once an account, from the day the play holds out a half: half of them are worked without it", async () => {
  const before = await plan(held);
  expect(await playOf(before.planId)).toBe(PLAY);
  expect(await draws()).toEqual([]);

  await updateSettings(ctx, UpdateSettings.parse({ heldOutPlays: [PLAY] }));
  const { planId, version } = before;
  const kept = await plan(held, { planId, version, goal: "More users" });
  expect(await playOf(kept.planId), "a plan that has the play keeps it").toBe(PLAY);

  const [out, again, worked] = [await plan(held), await plan(held), await plan(free)];
  expect([out, again, worked].map(({ heldOutUntil }) => heldOutUntil)).toEqual(["2027-02-28", "2027-02-28", null]);
  expect(await playOf(out.planId)).toBeNull();
  expect(await playOf(worked.planId)).toBe(PLAY);
  expect((await draws()).sort()).toEqual(
    [
      [held, PLAY, true],
      [free, PLAY, false],
    ].sort(),
  );

  await pool.query("delete from triage where account_id = $1", [free]);
  expect((await draws()).length, "who has left the book stays on its side").toBe(2);

  const later = await plan(held, {}, { ...ctx, today: "2027-02-28" });
  expect(later.heldOutUntil, "after 90 days the play is open to all").toBeNull();
});

it("is asked of low-touch plays alone", () => {
  expect(UpdateSettings.safeParse({ heldOutPlays: ["renewal"] }).success).toBe(false);
});
