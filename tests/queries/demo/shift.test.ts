import { beforeAll, describe, expect, test } from "vitest";
import { shiftOf } from "@/components/portfolio/prepare-migration";
import { listMigration } from "@/db/queries/list-migration";
import { findShift, getShift, type Shift } from "@/db/queries/portfolio/get-shift";
import { getShiftReasons, type ShiftReasons } from "@/db/queries/portfolio/get-shift-reasons";
import { computeRun } from "@/lib/commands/compute-run";
import { fanOutNotices } from "@/lib/commands/fan-out-notices";
import { raiseShift } from "@/lib/commands/raise-shift";
import { replayHistory } from "@/lib/commands/replay-history";
import { quarterOf } from "@/lib/core/portfolio/quarter";
import { headlineSlice } from "@/lib/core/portfolio/shift-slices";
import { demoCompany, TODAY } from "./demo-company";

const company = demoCompany();
const WHOLE = { book: "all", segment: undefined } as const;
const QUARTER_ENDS = [
  ...["2025-02-28", "2025-05-31", "2025-08-31", "2025-11-30", "2026-02-28", "2026-05-31", "2026-08-31"],
];
const quarter = (day: string) => quarterOf(day, 12);
let last: Shift;
let reasons: ShiftReasons;

beforeAll(async () => {
  for (const day of QUARTER_ENDS) await replayHistory(company.ctx, { from: day, to: day, dailyFrom: day });
  await computeRun(company.ctx);
  // The demo's scorecards are of its own time, and so is what its run knew.
  await company.pool.query("update runs set published_at = as_of + time '06:00:05'");
  last = (await getShift(company.ctx, WHOLE, quarter(TODAY))) as Shift;
  reasons = await getShiftReasons(company.ctx, WHOLE, last.now);
}, 240_000);

describe("the demo's last quarter", () => {
  test("raises the alarm with 12.4%: 15 of 121 greens, beyond chance against at least 5%", () => {
    expect(last.now).toMatchObject({ start: "2026-08-31", end: TODAY, greens: { greens: 121, fallen: 15 } });
    expect(last.verdict).toMatchObject({ isShift: true, base: 0.05 });
    expect(last.verdict.share).toBeCloseTo(0.124, 3);
    expect(last.verdict.chance).toBeLessThan(0.005);
  });

  test("is what the matrix of who moved says of its greens", async () => {
    const { moves } = await listMigration(company.ctx, WHOLE, last.now.start, last.now.end);
    const { before, lost, apart } = shiftOf(moves).greens;
    const { greens, fallen, apart: aside } = last.now.greens;
    expect({ before, lost, apart }).toEqual({ before: greens, lost: fallen, apart: aside });
  });

  test("names mid-market and the product version: 11 of the 15", () => {
    const slice = headlineSlice(reasons, 15);
    expect(slice).toMatchObject({ fallen: 11, isBeyondChance: true });
    expect(new Set(slice?.terms.map(({ value }) => value))).toEqual(new Set(["Mid-market", "v5"]));
    expect(
      reasons.fallen.filter(({ values }) => slice?.terms.every((t) => values[t.dimension] === t.value)),
    ).toHaveLength(11);
  });

  test("the measures' points and shares sum to the change of the accounts that fell", () => {
    const { measures, change, accounts } = reasons.measures;
    expect(accounts).toBe(15);
    const between = reasons.fallen.reduce((sum, row) => sum + (row.healthNow ?? 0) - row.healthThen, 0);
    // health_day keeps four bytes of a figure.
    expect(change).toBeCloseTo(between, 3);
    expect(measures.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(change, 9);
    expect(measures.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(measures[0]?.points).toBeLessThan(0);
  });
});

test("the quarter before is no shift, and none of those before it", async () => {
  for (const day of ["2026-08-31", "2026-05-31", "2025-11-30", "2025-08-31"])
    expect((await getShift(company.ctx, WHOLE, quarter(day)))?.verdict.isShift, day).toBe(false);
  expect(await findShift(company.ctx, WHOLE, quarter("2026-08-31"))).toBeNull();
});

test("the quarter of the new model cannot be compared and counts in no mean", async () => {
  const changed = await getShift(company.ctx, WHOLE, quarter("2026-02-28"));
  expect(changed?.now.greens.apart).toBeGreaterThan(100);
  expect(changed?.verdict).toMatchObject({ isShift: false, share: null });
  expect(last.verdict.usual.quarters).toBe(last.earlier.length - 1);
});

test("a new model within the quarter raises nothing", async () => {
  const { pool, ctx } = company;
  await pool.query(
    `insert into model_versions (version, name, definition, note, effective_from)
     select 99, 'Other', jsonb_set(definition::jsonb, '{other}', '1')::json, '', '2026-11-30' from model_versions where version = 2`,
  );
  // As whatever writes accounts of a day does, this writes the day's bands anew: by them the past is told to have changed.
  const told = "with bands as (update portfolio_day set accounts = accounts where day = $1) update health_day";
  await pool.query(`${told} set model_version = 99 where day = $1`, [TODAY]);
  expect((await getShift(ctx, WHOLE, quarter(TODAY)))?.verdict).toMatchObject({ isShift: false, share: null });
  expect(await findShift(ctx, WHOLE, quarter(TODAY))).toBeNull();
  await pool.query(`${told} set model_version = 2 where day = $1`, [TODAY]);
  await pool.query("delete from model_versions where version = 99");
});

test("a renamed or older model within the quarter hides nobody who moved, whatever counted in between", async () => {
  const { pool, ctx } = company;
  await pool.query(
    `insert into model_versions (version, name, definition, note, effective_from)
     select 98, 'Other', jsonb_set(definition::jsonb, '{other}', '1')::json, '', '2026-10-01' from model_versions where version = 2`,
  );
  await pool.query(
    `insert into model_versions (version, name, definition, note, effective_from)
     select 99, 'Back', jsonb_set(definition::jsonb, '{name}', '"Back"')::json, '', '2026-11-30' from model_versions where version = 2`,
  );
  const told = "with bands as (update portfolio_day set accounts = accounts where day = $1) update health_day";
  await pool.query(`${told} set model_version = 99 where day = $1`, [TODAY]);
  const now = await getShift(ctx, WHOLE, quarter(TODAY));
  expect(now?.verdict).toMatchObject({ isShift: true });
  expect(now?.now.greens).toEqual(last.now.greens);
  const { moves } = await listMigration(ctx, WHOLE, last.now.start, last.now.end);
  expect(moves.filter(({ rescored }) => rescored)).toEqual([]);
  await pool.query(`${told} set model_version = 2 where day = $1`, [TODAY]);
  await pool.query("delete from model_versions where version > 2");
});

test("who leads is told once in the quarter, also when the outbox has forgotten it", async () => {
  const { pool, ctx } = company;
  await pool.query("update settings set go_live_on = '2026-08-31'");
  expect(await raiseShift(ctx)).toBe(1);
  expect(await raiseShift(ctx)).toBe(0);
  await pool.query("delete from outbox where kind <> 'structural_shift'");
  await fanOutNotices(ctx);
  const { rows } = await pool.query<{ email: string; text: string; href: string }>(
    "select email, text, href from notifications n join people p on p.id = person_id where n.kind = 'structural_shift' order by email",
  );
  expect(rows.map(({ email }) => email)).toEqual(["admin@demo.test", "henrik.solberg@demo.test", "manager@demo.test"]);
  expect(rows[0]?.text).toContain("15 of 121 greens (12.4%)");
  expect(rows[0]?.text).toContain("11 of them Mid-market with product version v5");
  expect(rows[0]?.href).toBe("/portfolio/shift?quarter=2026-09-01&owner=all");
  await pool.query("delete from outbox");
  expect(await raiseShift(ctx)).toBe(0);
});

test("where books are private each manager is told of their own team's alone", async () => {
  const { pool, ctx } = company;
  await pool.query("update settings set visibility = 'own'");
  const { rows: managers } = await pool.query<{ id: number; name: string }>(
    "select p.id, name from people p join person_roles on person_id = p.id where role = 'manager' order by 1",
  );
  const expected: unknown[] = [];
  for (const { id, name } of managers) {
    const actor = { kind: "person", personId: id, name, email: name, roles: ["manager"] } as const;
    const shift = await findShift({ ...ctx, actor }, { book: "team", segment: undefined }, quarter(TODAY));
    if (shift) expected.push({ personId: id, of: name, fallen: shift.now.greens.fallen });
  }
  expect(await raiseShift(ctx)).toBe(expected.length);
  const { rows } = await pool.query("select payload from outbox where kind = 'structural_shift' order by id");
  expect(rows.map(({ payload: { personId, of, fallen } }) => ({ personId, of, fallen }))).toEqual(expected);
  await pool.query("update settings set visibility = 'all'");
});
