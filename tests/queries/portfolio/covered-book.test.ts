import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { getStanding } from "@/db/queries/get-standing";
import { getStandingOn } from "@/db/queries/portfolio/get-standing-on";
import { listCsmStandings } from "@/db/queries/portfolio/list-csm-standings";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { ledBook } from "./led-book";

const TODAY = "2026-11-30";
let pool: Pool;
let standIn: Ctx;
let [owner, own] = [0, 0];

beforeAll(async () => {
  ({ pool } = await ledBook("2026-08-31"));
  const { rows } = await pool.query<{ id: number }>(
    "select csm_id as id from triage group by 1 order by count(*) desc, 1",
  );
  [owner = 0, own = 0] = rows.map(({ id }) => id);
  const person = { kind: "person" as const, personId: own, name: "", email: "", roles: ["csm" as const] };
  standIn = await contextOf(person, databaseOn(pool));
}, 240_000);

/** What a book says of today, from the current run and from the day that it was scored on. */
async function told(book: "me" | number) {
  const { total, atRisk, renewingNotGreen } = await getStanding(standIn, { book });
  expect(await getStandingOn(standIn, { book }, TODAY)).toEqual({ day: TODAY, atRisk, renewingNotGreen });
  return total.accounts;
}

test("a covered book is in one's own, today and on its day, from the cover on and for nobody else", async () => {
  const [alone, theirs] = [await told("me"), await told(owner)];
  expect(alone).toBe(await told(own));
  await pool.query("insert into covers (person_id, covered_by, from_on, until_on) values ($1, $2, $3, $3)", [
    owner,
    own,
    TODAY,
  ]);
  expect(await told("me")).toBe(alone + theirs);
  expect([await told(own), await told(owner)]).toEqual([alone, theirs]);
});

test("a revision of the run is told at once", async () => {
  const { rows } = await pool.query<{ id: number; csm: number }>(
    "select account_id as id, csm_id as csm from triage where tone = 3 and csm_id is not null order by 1 limit 1",
  );
  const { id, csm } = rows[0] as { id: number; csm: number };
  const green = async () => (await listCsmStandings(standIn, { book: csm })).reduce((sum, row) => sum + row.green, 0);
  const before = await green();
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     values ($1, '2026-11', 95, 'missing', 'none', 'missing', 'owner', $2)`,
    [id, TODAY],
  );
  await updateAccounts(await systemContext("test", databaseOn(pool)), [id]);
  expect(await green()).toBe(before - 1);
});
