import { expect, it } from "vitest";
import { addHoldOut } from "@/db/demo/hold-out";
import { listDraws } from "@/db/queries/list-draws";
import { isHeldOut } from "@/lib/core/playbook/hold-out";
import { demoCompany, TODAY } from "./demo-company";

const company = demoCompany();

it("a play of the demo company was held out of a half, before go-live and by chance alone, and is held out no more", async () => {
  const { pool, ctx } = company;
  await addHoldOut(pool);
  await addHoldOut(pool);
  const draws = await listDraws({ ...ctx, today: TODAY }, { book: "all" });
  for (const isHeld of [true, false]) expect(draws.filter(({ held }) => held === isHeld).length).toBeGreaterThan(19);
  for (const { accountId, play, held, drawnOn } of draws) {
    expect(held).toBe(isHeldOut(play, accountId));
    expect(drawnOn < "2026-08-31").toBe(true);
  }
  const { rows } = await pool.query<{ play: string | null; ids: number[] }>(
    "select p.play, array_agg(p.account_id) as ids from plans p join play_draws d on d.account_id = p.account_id and d.drawn_on = p.opened_on group by 1",
  );
  const idsWith = (play: string | null) => rows.find((row) => row.play === play)?.ids.sort();
  const idsOf = (isHeld: boolean) => draws.filter(({ held }) => held === isHeld).map(({ accountId }) => accountId);
  expect(idsWith(null)).toEqual(idsOf(true).sort());
  expect(idsWith("usage_trigger")).toEqual(idsOf(false).sort());
  expect((await pool.query("select held_out_plays from settings")).rows[0].held_out_plays).toEqual([]);
});
