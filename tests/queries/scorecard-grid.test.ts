import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { type GridOwner, listScorecardGrid } from "@/db/queries/list-scorecard-grid";
import { computeRun } from "@/lib/commands/compute-run";
import type { Role } from "@/lib/core/access";
import { contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const period = "2026-11";
let pool: Pool;
let owners: { accountId: number; amId: number; csmId: number }[];

const gridOf = async (personId: number, role: Role, owner: GridOwner, month = period) => {
  const actor = { kind: "person" as const, personId, name: "", email: "", roles: [role] };
  return listScorecardGrid(await contextOf(actor, databaseOn(pool)), month, owner);
};
const idsOf = (rows: readonly { accountId: number }[]) => rows.map(({ accountId }) => accountId).sort((a, b) => a - b);

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  await computeRun(await systemContext("test", databaseOn(pool)));
  const { rows } = await pool.query(
    `select account_id as "accountId", am_id as "amId", csm_id as "csmId" from triage order by 1`,
  );
  owners = rows;
}, 240_000);

test("an AM's month has the accounts of their book, each answered as its owner", async () => {
  const { amId } = owners[0] as (typeof owners)[number];
  const { rows, total } = await gridOf(amId, "am", "me");
  expect(idsOf(rows)).toEqual(idsOf(owners.filter((row) => row.amId === amId)));
  expect(total).toBe(rows.length);
  expect(new Set(rows.map(({ answersAs }) => answersAs))).toEqual(new Set(["owner"]));
  const dates = rows.map(({ decideBy }) => decideBy ?? "9999");
  expect(dates).toEqual([...dates].sort());
});

test("a CSM sees their book and would challenge, a viewer sees all and answers nothing", async () => {
  const { csmId } = owners[0] as (typeof owners)[number];
  const csm = await gridOf(csmId, "csm", "me");
  expect(idsOf(csm.rows)).toEqual(idsOf(owners.filter((row) => row.csmId === csmId)));
  expect(csm.rows.every(({ answersAs }) => answersAs === "challenge")).toBe(true);
  const viewer = await gridOf(2, "viewer", "all");
  expect(viewer.rows).toHaveLength(owners.length);
  expect(viewer.rows.every(({ answersAs }) => answersAs === null)).toBe(true);
});

test("a manager's team is what the people they lead are to fill", async () => {
  const { rows: led } = await pool.query<{ id: number }>("select id from people where manager_id = 3");
  const { rows } = await gridOf(3, "manager", "team");
  expect(idsOf(rows)).toEqual(idsOf(owners.filter(({ amId }) => led.some(({ id }) => id === amId))));
  expect(rows.every(({ answersAs }) => answersAs === "manager")).toBe(true);
});

test("a row has the card of an earlier month, this month's, the draft and a later challenge, each its own", async () => {
  const { accountId, amId, csmId } = owners[0] as (typeof owners)[number];
  await pool.query("delete from divergences where account_id = $1", [accountId]);
  await pool.query("delete from scorecards where account_id = $1", [accountId]);
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, champion_note, author_id, recorded_as, submitted_on) values
       ($1, '2026-10', 1, 'at_risk', 'n/a', 'missing', 'Silent', $2, 'owner', '2026-10-24'),
       ($1, '2026-11', 1, 'missing', 'none', 'missing', 'Left', $2, 'owner', '2026-11-24'),
       ($1, '2026-11', 2, 'active', 'active', 'defensible', 'Met her', $3, 'challenge', '2026-11-25')`,
    [accountId, amId, csmId],
  );
  await pool.query(
    "insert into scorecard_drafts (account_id, period, version, champion, updated_by) values ($1, '2026-11', 3, 'at_risk', $2)",
    [accountId, amId],
  );
  const row = (await gridOf(amId, "am", "me")).rows.find((each) => each.accountId === accountId);
  expect(row).toMatchObject({
    previous: { period: "2026-10", answers: { champion: "at_risk", executive: "n/a" }, notes: { champion: "Silent" } },
    card: { period, version: 1, answers: { champion: "missing" }, submittedOn: "2026-11-24" },
    draft: { version: 3, answers: { champion: "at_risk" }, notes: { champion: null } },
    challenge: { version: 2, answers: { champion: "active" } },
    wasBest: [],
  });
  expect(row?.draft?.answers).toEqual({ champion: "at_risk" });
  const challenger = (await gridOf(csmId, "csm", "me")).rows.find((each) => each.accountId === accountId);
  expect(challenger).toMatchObject({ draft: null, card: { version: 1 } });
  const october = (await gridOf(amId, "am", "me", "2026-10")).rows.find((each) => each.accountId === accountId);
  expect(october).toMatchObject({ previous: null, card: { period: "2026-10" }, draft: null, challenge: null });
});

test("where the installation says own, a person sees no other book", async () => {
  await pool.query("update settings set visibility = 'own'");
  const { amId } = owners[0] as (typeof owners)[number];
  const { rows } = await gridOf(amId, "am", "all");
  expect(idsOf(rows)).toEqual(idsOf(owners.filter((row) => row.amId === amId)));
  await pool.query("update settings set visibility = 'all'");
});
