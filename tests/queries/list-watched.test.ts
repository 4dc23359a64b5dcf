import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { listWatched } from "@/db/queries/validation/list-watched";
import { addDays, type Day } from "@/lib/core/calendar";
import { type Ctx, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const TODAY = "2026-11-30";
const CUT = addDays(TODAY, -365);
let pool: Pool;
let ctx: Ctx;

/** An account with its tone on some days, and its churn. */
async function add(name: string, tones: Record<Day, number | null>, churn?: { decided: Day; effective: Day }) {
  const { rows } = await pool.query("insert into accounts (external_id, slug, name) values ($1, $1, $1) returning id", [
    name,
  ]);
  await pool.query(
    `insert into health_day (account_id, day, coverage, model_version, health_tone, replayed)
     select $1, day, 1, 1, tone, true from unnest($2::date[], $3::int2[]) u (day, tone)`,
    [rows[0].id, Object.keys(tones), Object.values(tones)],
  );
  if (churn)
    await pool.query(
      "insert into outcomes (account_id, external_id, kind, decided_on, effective_on) values ($1, 'o', 'churned', $2, $3)",
      [rows[0].id, churn.decided, churn.effective],
    );
}

beforeAll(async () => {
  ({ pool } = await testDatabase());
  ctx = { ...(await systemContext("test", databaseOn(pool))), today: TODAY };
  await pool.query("select ensure_months('health_day', $1, $2)", [addDays(CUT, -40), TODAY]);
  await add("stays", { [addDays(CUT, -3)]: 3, [TODAY]: 1 });
  await add(
    "churns",
    { [CUT]: 1, [addDays(CUT, 90)]: 1 },
    { decided: addDays(CUT, 100), effective: addDays(CUT, 160) },
  );
  await add("goes quiet", { [CUT]: 2, [addDays(CUT, 49)]: 2 });
  await add("was leaving", { [CUT]: 1 }, { decided: addDays(CUT, -20), effective: addDays(CUT, 30) });
  await add("came back", { [CUT]: 3, [TODAY]: 3 }, { decided: addDays(CUT, -40), effective: addDays(CUT, -1) });
  await add("later", { [addDays(CUT, 10)]: 3, [TODAY]: 3 });
  await add("without a band", { [CUT]: null, [TODAY]: 3 });
  await add("long before", { [addDays(CUT, -30)]: 3, [TODAY]: 3 });
});

test("accounts are watched from a year ago, by the band they then had, until they decide to churn or are last scored", async () => {
  const book = await listWatched(ctx);
  expect(book).toMatchObject({ from: CUT, days: 365 });
  expect(book?.rows.map(({ name, tone, days, churned }) => [name, tone, days, churned])).toEqual([
    ["goes quiet", 2, 49, false],
    ["churns", 1, 100, true],
    ["came back", 3, 365, false],
    ["stays", 3, 365, false],
  ]);
});

test("a shorter history is watched from its first week; below 90 days nothing is said", async () => {
  const short = { ...ctx, today: addDays(CUT, 120) };
  expect(await listWatched(short)).toMatchObject({ from: addDays(CUT, -24), days: 144 });
  expect(await listWatched({ ...ctx, today: addDays(CUT, 60) })).toBeNull();
});
