import type { Pool } from "pg";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { computeRun } from "@/lib/commands/compute-run";
import { saveScorecardDrafts } from "@/lib/commands/save-scorecard-drafts";
import { submitScorecards } from "@/lib/commands/submit-scorecards";
import type { Role } from "@/lib/core/access";
import type { Answers } from "@/lib/core/scorecard/answers";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

const period = "2026-11";
const silent = { champion: null, executive: null, outcome: null };
const best: Answers = { champion: "active", executive: "active", outcome: "defensible" };
const gone: Answers = { champion: "missing", executive: "none", outcome: "in_development" };
const why = { champion: "Left in May", executive: "New CFO not met", outcome: "Goal agreed, not measured" };

let pool: Pool;
let am: Ctx;
let csm: Ctx;
/** A green account of the AM's with a card of October that is all best, and none of November. */
let accountId: number;

const one = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row> =>
  (await pool.query<Row>(sql, values)).rows[0] as Row;

async function personContext(personId: number, role: Role): Promise<Ctx> {
  const { name, email } = await one<{ name: string; email: string }>("select name, email from people where id = $1", [
    personId,
  ]);
  return contextOf({ kind: "person", personId, name, email, roles: [role] }, databaseOn(pool));
}

const submit = (ctx: Ctx, answers: Answers, notes: typeof why | typeof silent = silent, version?: number) =>
  submitScorecards(ctx, { period, cards: [{ accountId, answers, notes, ...(version !== undefined && { version }) }] });
const shown = () =>
  one<{ health: number; tone: number; champion: string; peopleTone: number; divergence: string | null }>(
    `select health, tone, champion, people_tone as "peopleTone", divergence from triage where account_id = $1`,
    [accountId],
  );

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  await computeRun(await systemContext("test", databaseOn(pool)));
  const found = await one<{ accountId: number; amId: number; csmId: number }>(
    `select account_id as "accountId", am_id as "amId", csm_id as "csmId" from triage where score_tone = 3 and score > 85
     order by account_id limit 1`,
  );
  accountId = found.accountId;
  am = await personContext(found.amId, "am");
  csm = await personContext(found.csmId, "csm");
}, 240_000);

beforeEach(async () => {
  await pool.query("delete from divergences where account_id = $1", [accountId]);
  await pool.query("delete from scorecards where account_id = $1", [accountId]);
  await pool.query("delete from scorecard_drafts where account_id = $1", [accountId]);
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, champion_note, recorded_as, submitted_on)
     values ($1, '2026-10', 1, 'active', 'active', 'defensible', 'Ana', 'owner', '2026-10-24')`,
    [accountId],
  );
});

test("an unchanged card is confirmed without a reason and keeps the one it had", async () => {
  expect(await submit(am, best)).toMatchObject([
    { submitted: true, version: 1, recordedAs: "owner", notes: { champion: "Ana" } },
  ]);
  const card = await one(
    "select champion_note as note, author_id as author from scorecards where account_id = $1 and period = $2",
    [accountId, period],
  );
  expect(card).toEqual({ note: "Ana", author: am.actor.kind === "person" && am.actor.personId });
});

test("a changed answer without a reason is refused, and nothing is kept of it", async () => {
  const before = await shown();
  expect(await submit(am, gone, { ...why, executive: null } as never)).toMatchObject([
    { submitted: false, lacking: [{ question: "executive", why: "changed" }] },
  ]);
  expect(
    await one("select count(*)::int as n from scorecards where account_id = $1 and period = $2", [accountId, period]),
  ).toEqual({ n: 0 });
  expect(await shown()).toEqual(before);
});

test("of several cards the ones that lack a reason stay out and the others go in", async () => {
  const other = await one<{ id: number }>(
    "select account_id as id from triage where am_id = (select am_id from triage where account_id = $1) and account_id <> $1 limit 1",
    [accountId],
  );
  const cards = [
    { accountId, answers: best, notes: silent },
    { accountId: other.id, answers: gone, notes: silent },
  ];
  await pool.query("delete from scorecards where account_id = $1", [other.id]);
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     values ($1, '2026-10', 1, 'active', 'active', 'defensible', 'owner', '2026-10-24')`,
    [other.id],
  );
  const results = await submitScorecards(am, { period, cards });
  expect(results.map(({ submitted }) => submitted)).toEqual([true, false]);
});

test("health, divergence and triage follow a card at once", async () => {
  await submit(am, best);
  const [result] = await submit(am, gone, why);
  expect(result).toMatchObject({
    submitted: true,
    version: 2,
    before: { tone: 3, diverges: false },
    after: { tone: 1, diverges: true },
  });
  const now = await shown();
  expect(now).toMatchObject({ tone: 1, champion: "missing", peopleTone: 1, divergence: "hidden_risk" });
  expect(now.health).toBeLessThan(50);
  const log = await one("select entry, person_id as by from audit where account_id = $1 order by id desc", [accountId]);
  expect(log).toEqual({ entry: "scorecard.submitted", by: am.actor.kind === "person" && am.actor.personId });
});

test("every version of a corrected card stays", async () => {
  await submit(am, best);
  await submit(am, { ...best, champion: "at_risk" }, { ...silent, champion: "Silent since summer" } as never);
  const { rows } = await pool.query(
    "select version, champion from scorecards where account_id = $1 and period = $2 order by 1",
    [accountId, period],
  );
  expect(rows).toEqual([
    { version: 1, champion: "active" },
    { version: 2, champion: "at_risk" },
  ]);
});

test("of two who correct the same card the second is told", async () => {
  await submit(am, best, silent, 0);
  expect(await submit(am, gone, why, 0)).toMatchObject([
    { submitted: false, message: expect.stringContaining("Someone else") },
  ]);
  expect(await submit(am, gone, why, 1)).toMatchObject([{ submitted: true, version: 2 }]);
});

test("a CSM's challenge stands beside the card and does not replace it", async () => {
  await submit(am, best);
  const before = await shown();
  expect(await submit(csm, gone, why)).toMatchObject([{ submitted: true, recordedAs: "challenge" }]);
  expect(await shown()).toEqual(before);
  expect(await submit(am, best, silent, 1)).toMatchObject([{ submitted: true, version: 3 }]);
});

test("a challenge leaves the owner's draft, and is not drafted itself", async () => {
  const draft = (version: number) => ({
    period,
    drafts: [{ accountId, version, answers: { champion: "at_risk" as const }, notes: silent }],
  });
  expect(await saveScorecardDrafts(am, draft(0))).toEqual([{ accountId, saved: true, version: 1 }]);
  expect(await saveScorecardDrafts(csm, draft(1))).toMatchObject([
    { saved: false, message: expect.stringContaining("challenge") },
  ]);
  await submit(csm, gone, why);
  expect(await one("select version from scorecard_drafts where account_id = $1", [accountId])).toEqual({ version: 1 });
  await submit(am, best);
  expect(await one("select version from scorecard_drafts where account_id = $1", [accountId])).toBeUndefined();
});

test("a draft that someone else has changed is left as it is, and theirs is shown", async () => {
  const manager = await personContext(
    (
      await one<{ id: number }>(
        "select manager_id as id from people where id = (select am_id from triage where account_id = $1)",
        [accountId],
      )
    ).id,
    "manager",
  );
  const draft = (version: number, champion: Answers["champion"]) => ({
    period,
    drafts: [{ accountId, version, answers: { champion }, notes: silent }],
  });
  await saveScorecardDrafts(am, draft(0, "at_risk"));
  expect(await saveScorecardDrafts(am, draft(1, "missing"))).toEqual([{ accountId, saved: true, version: 2 }]);
  const [late] = await saveScorecardDrafts(manager, draft(1, "active"));
  const author = am.actor.kind === "person" ? am.actor.name : "";
  expect(late).toMatchObject({ saved: false, theirs: { version: 2, answers: { champion: "missing" }, author } });
  expect(await saveScorecardDrafts(manager, draft(2, "active"))).toEqual([{ accountId, saved: true, version: 3 }]);
});

test("closed and future months, and accounts of others, are refused", async () => {
  const card = { accountId, answers: best, notes: silent };
  await expect(submitScorecards(am, { period: "2026-08", cards: [card] })).rejects.toThrow("closed");
  await expect(submitScorecards(am, { period: "2026-12", cards: [card] })).rejects.toThrow("has not begun");
  const stranger = await personContext(
    (
      await one<{ id: number }>(
        "select id from people where id in (select person_id from person_roles where role = 'am') and id <> (select am_id from triage where account_id = $1) limit 1",
        [accountId],
      )
    ).id,
    "am",
  );
  await expect(submit(stranger, best)).rejects.toThrow("outside your book");
  await expect(submit(await personContext(2, "viewer"), best)).rejects.toThrow("may not");
});
