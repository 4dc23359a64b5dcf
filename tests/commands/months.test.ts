import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { beforeAll, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getAnswerDefinitions } from "@/db/queries/get-answer-definitions";
import { listCardCompletion } from "@/db/queries/list-card-completion";
import { listCardExpiries } from "@/db/queries/list-card-expiries";
import { listMigration } from "@/db/queries/list-migration";
import { listScorecardGrid } from "@/db/queries/list-scorecard-grid";
import { listScorecardMonths } from "@/db/queries/list-scorecard-months";
import { computeRun } from "@/lib/commands/compute-run";
import { importFile } from "@/lib/commands/import-file";
import { publishAnswerTexts } from "@/lib/commands/publish-answer-texts";
import { reopenMonth } from "@/lib/commands/reopen-month";
import { saveScorecardDrafts } from "@/lib/commands/save-scorecard-drafts";
import { submitMonth } from "@/lib/commands/submit-month";
import { submitScorecards } from "@/lib/commands/submit-scorecards";
import type { Role } from "@/lib/core/access";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const period = "2026-11";
const TODAY = "2026-11-30";
let pool: Pool;
let am: Ctx;
let manager: Ctx;
let amId: number;
let accountId: number;

const contextFor = (personId: number, role: Role) =>
  contextOf({ kind: "person", personId, name: role, email: "", roles: [role] }, databaseOn(pool));
const notes = { champion: "Seen", executive: "Seen", outcome: "Seen" };
const card = () => ({
  accountId,
  answers: { champion: "at_risk", executive: "none", outcome: "missing" } as const,
  notes,
});

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  await computeRun(await systemContext("test", databaseOn(pool)));
  const { rows } = await pool.query(
    `select t.am_id as am, p.manager_id as manager, min(t.account_id) as account from triage t join people p on p.id = t.am_id
     where p.manager_id is not null group by 1, 2 order by count(*) desc limit 1`,
  );
  amId = rows[0].am;
  accountId = rows[0].account;
  am = await contextFor(amId, "am");
  manager = await contextFor(rows[0].manager, "manager");
  await pool.query("delete from divergences where account_id = $1", [accountId]);
  await pool.query("delete from scorecards where account_id = $1 and period = $2", [accountId, period]);
  await computeRun(await systemContext("test", databaseOn(pool)));
}, 240_000);

test("a month with open cards is submitted with a reason only, and its cards are locked then", async () => {
  await expect(submitMonth(am, { period, reason: null })).rejects.toThrow("not confirmed: say why");
  const { due, confirmed } = await submitMonth(am, { period, reason: "The customer is on holiday" });
  expect(due - confirmed).toBeGreaterThan(0);
  await expect(submitMonth(am, { period, reason: "again" })).rejects.toThrow("submitted already");
  expect(await submitScorecards(am, { period, cards: [card()] })).toMatchObject([
    { submitted: false, message: expect.stringContaining("a manager can reopen it") },
  ]);
  const draft = { accountId, version: 0, answers: {}, notes };
  expect(await saveScorecardDrafts(am, { period, drafts: [draft] })).toMatchObject([
    { saved: false, message: expect.stringContaining("a manager can reopen it") },
  ]);
  const { rows } = await listScorecardGrid(am, period, "me");
  expect(rows.every(({ answersAs, lockedOn }) => answersAs === null && lockedOn === TODAY)).toBe(true);
});

test("a file takes what a submitted month has and names, by line, what would change it", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "months-")), "cards.csv");
  const { rows } = await pool.query(
    `select a.external_id as id, c.champion, c.executive, c.outcome from scorecards c join accounts a on a.id = c.account_id
     join triage t on t.account_id = a.id where t.am_id = $1 and c.period = $2 and c.recorded_as <> 'challenge' limit 1`,
    [amId, period],
  );
  const { rows: open } = await pool.query("select external_id as id from accounts where id = $1", [accountId]);
  const [same] = rows;
  const lines = [
    "account_id,period,champion,executive,outcome",
    [same.id, period, same.champion, same.executive, same.outcome].join(),
    [open[0].id, period, "active", "active", "defensible"].join(),
    [open[0].id, "2026-10", "at_risk", "lapsed", "missing"].join(),
  ];
  await writeFile(path, lines.join("\n"));
  const request = { table: "scorecards", path, mapping: null, isDryRun: true, intoDemo: true };
  expect(await importFile(await systemContext("import", databaseOn(pool)), request)).toMatchObject({
    ...{ accepted: 1, unchanged: 1 },
    rejections: [{ line: 3, column: "period", reason: `${period} was submitted on ${TODAY}: a manager can reopen it` }],
  });
});

test("only whoever leads the person reopens the month, with a reason, and the history keeps it", async () => {
  await expect(reopenMonth(am, { personId: amId, period, reason: "mine" })).rejects.toThrow("may not");
  const { rows } = await pool.query(
    "select r.person_id as id from person_roles r join people p on p.id = $1 where r.role = 'manager' and r.person_id <> p.manager_id",
    [amId],
  );
  if (rows[0]) {
    const other = await contextFor(rows[0].id, "manager");
    await expect(reopenMonth(other, { personId: amId, period, reason: "not mine" })).rejects.toThrow(
      "someone you lead",
    );
  }
  await reopenMonth(manager, { personId: amId, period, reason: "A card was wrong" });
  await expect(reopenMonth(manager, { personId: amId, period, reason: "twice" })).rejects.toThrow("is open");
  expect(await submitScorecards(am, { period, cards: [card()] })).toMatchObject([{ submitted: true }]);
  await submitMonth(am, { period, reason: "Still one away" });
  const months = await listScorecardMonths(manager, amId);
  expect(months.map(({ reason, reopenReason }) => [reason, reopenReason])).toEqual([
    [null, null],
    ["The customer is on holiday", "A card was wrong"],
  ]);
  const log = await pool.query("select entry from audit where entry like 'scorecard_month%' order by id");
  expect(log.rows.map(({ entry }) => entry)).toEqual([
    "scorecard_month.submitted",
    "scorecard_month.reopened",
    "scorecard_month.submitted",
  ]);
  await reopenMonth(manager, { personId: amId, period, reason: "For the tests below" });
});

test("a hand-over asks the new owner to confirm the month's cards again", async () => {
  const before = (await listScorecardGrid(am, period, "me")).rows.find((row) => row.accountId === accountId);
  expect(before?.handedOverOn).toBeNull();
  await pool.query("update scorecards set submitted_on = '2026-11-20' where account_id = $1 and period = $2", [
    accountId,
    period,
  ]);
  const { rows } = await pool.query<{ id: number }>(
    "select person_id as id from person_roles where role = 'am' and person_id <> $1 limit 1",
    [amId],
  );
  const heir = rows[0]?.id ?? 0;
  await pool.query(
    `insert into account_owners (account_id, valid_from, csm_id, am_id)
     select account_id, '2026-11-25', csm_id, $2 from account_owners where account_id = $1 order by valid_from desc limit 1`,
    [accountId, heir],
  );
  await computeRun(await systemContext("test", databaseOn(pool)));
  const row = (await listScorecardGrid(await contextFor(heir, "am"), period, "me")).rows.find(
    (each) => each.accountId === accountId,
  );
  expect(row).toMatchObject({ handedOverOn: "2026-11-25", answersAs: "owner", card: { version: 1 } });
  const again = { ...card(), version: 1 };
  await submitScorecards(await contextFor(heir, "am"), { period, cards: [again] });
  const after = (await listScorecardGrid(await contextFor(heir, "am"), period, "me")).rows.find(
    (each) => each.accountId === accountId,
  );
  expect(after).toMatchObject({ handedOverOn: null, card: { version: 2, recordedAs: "owner" } });
});

test("a manager sees how far each of their people is, and a card filed by the manager counts as such", async () => {
  const [before] = (await listCardCompletion(manager, period, TODAY)).filter(({ personId }) => personId === amId);
  expect(before?.due).toBeGreaterThan(3);
  const { rows } = await listScorecardGrid(manager, period, amId);
  const [first] = rows;
  const filed = { ...card(), accountId: first?.accountId ?? 0 };
  expect(await submitScorecards(manager, { period, cards: [filed] })).toMatchObject([
    { submitted: true, recordedAs: "manager" },
  ]);
  const [after] = (await listCardCompletion(manager, period, TODAY)).filter(({ personId }) => personId === amId);
  expect(after?.byOthers).toBe((before?.byOthers ?? 0) + 1);
  expect(await listCardCompletion(am, period, TODAY)).toEqual([]);
});

test("an expiry is told with what a run would make of it", async () => {
  const { rows } = await pool.query<{ id: number }>(
    "select account_id as id from triage where card_state = 'in_force'",
  );
  const expiries = await listCardExpiries(
    manager,
    rows.map(({ id }) => id),
  );
  const lifted = expiries.find(
    ({ health, after }) => health !== null && after !== null && Math.floor(after) < Math.floor(health),
  );
  if (!lifted) throw new Error("no card lifts health in this book");
  await pool.query(
    "update scorecards set period = '2026-08', version = 99 where account_id = $1 and period = (select max(period) from scorecards where account_id = $1)",
    [lifted.accountId],
  );
  await pool.query("delete from scorecards where account_id = $1 and period > '2026-08'", [lifted.accountId]);
  await computeRun(await systemContext("test", databaseOn(pool)));
  const now = await pool.query("select card_state as state, health from triage where account_id = $1", [
    lifted.accountId,
  ]);
  expect(now.rows[0].state).toBe("expired");
  expect(now.rows[0].health).toBeCloseTo(lifted.after as number, 6);
});

test("the definitions of answers are the model's of the day", async () => {
  const admin = await contextFor(1, "admin");
  await publishAnswerTexts(admin, { texts: { champion: { missing: "nobody named in the plan" } }, note: "Clearer" });
  const meansOn = async (day: string) => (await getAnswerDefinitions(admin, day)).champion.options[2]?.means;
  expect(await meansOn(TODAY)).toBe("nobody named in the plan");
  expect(await meansOn("2026-11-29")).toBe("left, unknown, or never had one");
});

test("a version with other words scores as the one before: nothing is set apart as scored by a new model", async () => {
  const admin = await contextFor(1, "admin");
  const clocks = async () =>
    (await pool.query("select account_id, kind, tone, started_on from clocks order by 1, 2, 3, 4")).rows;
  const rescored = async () => {
    const { moves } = await listMigration(admin, { book: "all" }, "2026-11-29", TODAY);
    expect(moves.length).toBeGreaterThan(0);
    return moves.filter((move) => move.rescored).reduce((sum, { accounts }) => sum + accounts, 0);
  };
  const before = await clocks();
  const job = await systemContext("test", databaseOn(pool));
  await computeRun(job, { asOf: "2026-11-29" });
  await computeRun(job);
  const versions = () => pool.query("select version, scoring_version from model_versions order by version");
  expect((await versions()).rows).toEqual([
    { version: 1, scoring_version: 1 },
    { version: 2, scoring_version: 2 },
    { version: 3, scoring_version: 2 },
  ]);
  expect((await pool.query("select model_version from runs where is_current")).rows).toEqual([{ model_version: 3 }]);
  expect(await rescored()).toBe(0);
  expect(await clocks()).toEqual(before);
  await pool.query(
    `insert into model_versions (version, name, definition, note, effective_from)
     select 4, name, jsonb_set(definition::jsonb, '{definitions,default,coverageFloor}', '0.11')::json, note, effective_from
     from model_versions where version = 3`,
  );
  expect((await versions()).rows[3]).toEqual({ version: 4, scoring_version: 4 });
  await computeRun(job);
  expect(await rescored()).toBeGreaterThan(0);
});
