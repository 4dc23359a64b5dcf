import type { Pool } from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listTriage } from "@/db/queries/list-triage";
import { addNote } from "@/lib/commands/add-note";
import { computeRun } from "@/lib/commands/compute-run";
import { endCover } from "@/lib/commands/end-cover";
import { handOverBook } from "@/lib/commands/hand-over-book";
import { setCover } from "@/lib/commands/set-cover";
import type { Role } from "@/lib/core/access";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { relationTo } from "@/lib/server/relation-to";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
let pool: Pool;
let system: Ctx;
let [owner, standIn, manager, stranger] = [0, 0, 0, 0];

const as = (personId: number, roles: readonly Role[]) =>
  contextOf({ kind: "person", personId, name: "", email: "", roles }, databaseOn(pool));
const bookOf = async (personId: number): Promise<number[]> => {
  const { rows } = await pool.query<{ id: number }>(
    "select account_id as id from triage where $1 in (csm_id, am_id) order by 1",
    [personId],
  );
  return rows.map(({ id }) => id);
};
const mine = async (ctx: Ctx): Promise<number[]> => {
  const { rows } = await listTriage(ctx, { book: "me" }, { sort: "name", limit: 1000 });
  return rows.map(({ accountId }) => accountId).sort((a, b) => a - b);
};
const union = (...lists: number[][]) => [...new Set(lists.flat())].sort((a, b) => a - b);

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 60, days: 120 });
  system = await systemContext("test", databaseOn(pool));
  await computeRun(system);
  const { rows } = await pool.query<{ id: number; managerId: number }>(
    `select p.id, p.manager_id as "managerId" from people p join person_roles r on r.person_id = p.id and r.role = 'csm'
     join triage t on t.csm_id = p.id where p.manager_id is not null group by 1, 2 order by count(*) desc, 1`,
  );
  const [first] = rows;
  owner = first?.id ?? 0;
  manager = first?.managerId ?? 0;
  [standIn = 0, stranger = 0] = rows.filter(({ id }) => id !== owner).map(({ id }) => id);
});

test("a stand-in sees and works exactly the covered book beside their own, for the days of the cover", async () => {
  const [covered, own] = [await bookOf(owner), await bookOf(standIn)];
  const [account] = covered.filter((id) => !own.includes(id));
  const boss = await as(manager, ["manager"]);
  const ctx = await as(standIn, ["csm"]);
  await pool.query("update settings set visibility = 'own'");
  expect(await mine(ctx)).toEqual(own);
  expect(await relationTo(ctx, account as number)).toBeNull();

  const from = addDays(system.today, 2);
  await setCover(boss, { personId: owner, coveredBy: standIn, from, until: addDays(from, 3), note: "On leave" });
  expect(await mine(ctx)).toEqual(own);
  for (const today of [from, addDays(from, 3)]) {
    expect(await mine({ ...ctx, today })).toEqual(union(covered, own));
    expect(await relationTo({ ...ctx, today }, account as number)).toMatchObject({ own: true });
    await addNote({ ...ctx, today }, { accountId: account as number, text: "Spoke with the sponsor" });
  }
  for (const today of [addDays(from, -1), addDays(from, 4)]) {
    expect(await mine({ ...ctx, today })).toEqual(own);
    await expect(addNote({ ...ctx, today }, { accountId: account as number, text: "Too late" })).rejects.toThrow(
      "no such account",
    );
  }
  // Nobody else gains anything.
  expect(await mine({ ...(await as(stranger, ["csm"])), today: from })).toEqual(await bookOf(stranger));
  await pool.query("update settings set visibility = 'all'");
});

test("one stand-in at a time, and only for a book one leads", async () => {
  const boss = await as(manager, ["manager"]);
  const [from, until] = [addDays(system.today, 5), addDays(system.today, 9)];
  await expect(setCover(boss, { personId: owner, coveredBy: stranger, from, until, note: "" })).rejects.toThrow(
    "covers that book",
  );
  await expect(setCover(boss, { personId: owner, coveredBy: owner, from, until, note: "" })).rejects.toThrow(
    "somebody else",
  );
  const { rows } = await pool.query<{ id: number }>(
    "select p.id from people p join person_roles r on r.person_id = p.id and r.role = 'csm' where manager_id is distinct from $1 and p.id <> $2 limit 1",
    [manager, standIn],
  );
  const foreign = rows[0]?.id ?? 0;
  expect(foreign).toBeGreaterThan(0);
  await expect(setCover(boss, { personId: foreign, coveredBy: standIn, from, until, note: "" })).rejects.toThrow(
    "not in your team",
  );
});

test("a cover that is ended gives nothing from that day on", async () => {
  const { rows } = await pool.query<{ id: number }>("select id from covers where person_id = $1", [owner]);
  const boss = await as(manager, ["manager"]);
  const today = addDays(system.today, 3);
  await endCover({ ...boss, today }, { id: rows[0]?.id ?? 0 });
  expect(await mine({ ...(await as(standIn, ["csm"])), today })).toEqual(await bookOf(standIn));
  await expect(endCover({ ...boss, today }, { id: rows[0]?.id ?? 0 })).rejects.toThrow("is over");
});

test("a book handed over belongs to the new owner from the day on, and the past keeps its owners", async () => {
  const boss = await as(manager, ["manager"]);
  const before = await pool.query<{ id: number }>("select account_id as id from triage where csm_id = $1 order by 1", [
    owner,
  ]);
  const given = before.rows.map(({ id }) => id);
  const [one] = given;
  const chosen = { fromPersonId: owner, toPersonId: standIn, role: "csm" as const, from: system.today };
  expect(await handOverBook(boss, { ...chosen, accountIds: [one as number] })).toEqual({ accounts: 1 });
  const shown = await pool.query("select csm_id as csm from triage where account_id = $1", [one]);
  expect(shown.rows).toEqual([{ csm: standIn }]);

  const tomorrow = addDays(system.today, 1);
  expect(await handOverBook(boss, { ...chosen, from: tomorrow })).toEqual({ accounts: given.length - 1 });
  const ownersOn = async (day: string) =>
    (
      await pool.query<{ csm: number }>(
        `select distinct (select csm_id from account_owners o where o.account_id = a.id and valid_from <= $2
           order by valid_from desc limit 1) as csm from unnest($1::int[]) a (id)`,
        [given, day],
      )
    ).rows.map(({ csm }) => csm);
  expect(await ownersOn(addDays(system.today, -1))).toEqual([owner]);
  expect(await ownersOn(tomorrow)).toEqual([standIn]);
  await expect(handOverBook(boss, { ...chosen, from: tomorrow })).rejects.toThrow("no such account");
  await expect(handOverBook(boss, { ...chosen, toPersonId: manager, from: tomorrow })).rejects.toThrow("is no CSM");
});

test("each account handed over stands in the audit log", async () => {
  const { rows } = await pool.query<{ id: number }>(
    "select account_id as id from account_owners where valid_from = $1 and csm_id = $2 limit 1",
    [system.today, standIn],
  );
  const audit = await pool.query(
    "select entry, after->>'csm' as csm from audit where account_id = $1 order by id desc limit 1",
    [rows[0]?.id],
  );
  expect(audit.rows).toEqual([{ entry: "owner.handed_over", csm: String(standIn) }]);
});
