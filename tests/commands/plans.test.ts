import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { findDecisionDraft } from "@/db/queries/work/find-decision-draft";
import { findPlanDraft } from "@/db/queries/work/find-plan-draft";
import { countPlans, listPlans } from "@/db/queries/work/list-plans";
import { approvePlan } from "@/lib/commands/approve-plan";
import { closePlan } from "@/lib/commands/close-plan";
import { computeRun } from "@/lib/commands/compute-run";
import { RecordDecision, recordDecision } from "@/lib/commands/record-decision";
import { SavePlan, savePlan } from "@/lib/commands/save-plan";
import { setNextStep } from "@/lib/commands/set-next-step";
import type { Role } from "@/lib/core/access";
import { addDays } from "@/lib/core/calendar";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let red: { id: number; slug: string; csm: number };
let green: { id: number; slug: string };
let manager: number;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  await pool.query("alter table decisions disable trigger user");
  await pool.query("delete from plans; delete from reviews; delete from decisions");
  await pool.query("alter table decisions enable trigger user");
  const system = await systemContext("test", databaseOn(pool));
  for (let back = 8; back >= 0; back--) await computeRun({ ...system, today: addDays(system.today, -back) });
  const { rows } = await pool.query(
    `select t.account_id as id, t.slug, t.csm_id as csm, p.manager_id as manager from triage t join people p on p.id = t.csm_id
     where tone = 1 and exists (select from clocks c where c.account_id = t.account_id and c.kind = 'plan' and c.state <> 'stopped')
     order by id`,
  );
  red = rows[0];
  manager = rows[0].manager;
  green = (await pool.query("select account_id as id, slug from triage where tone = 3 order by 1 limit 1")).rows[0];
}, 240_000);

async function as(personId: number, ...roles: Role[]): Promise<Ctx> {
  return contextOf({ kind: "person", personId, name: `P${personId}`, email: "p@demo.test", roles }, databaseOn(pool));
}
const csm = () => as(red.csm, "csm");
const lead = () => as(manager, "manager");

const clock = async (kind: string) =>
  (
    await pool.query(
      "select state, text, due_on from clocks where account_id = $1 and kind = $2 and state <> 'stopped'",
      [red.id, kind],
    )
  ).rows[0];

const whole = {
  kind: "recovery" as const,
  cause: "support" as const,
  goal: "No critical ticket open",
  goalAgreedOn: "2026-11-29",
  measureKey: "severity_load",
  measureFrom: 6,
  measureTo: 2,
  nextStep: "Call with support",
  dueOn: "2026-12-04",
};

describe("a recovery plan", () => {
  it("goes to leadership once nothing else is missing, and stops its clock by their word alone", async () => {
    const [ctx, boss] = [await csm(), await lead()];
    expect(await clock("plan")).toBeDefined();
    const early = savePlan(ctx, SavePlan.parse({ accountId: red.id, ...whole, submit: true }));
    await expect(early).rejects.toThrow("Still needs an executive sponsor.");
    const said = { accountId: red.id, ...whole, sponsorId: manager };
    const opened = await savePlan(ctx, SavePlan.parse({ ...said, submit: true }));
    expect(await clock("plan")).toBeDefined();
    const waits = { book: "team", state: "waiting" } as const;
    const [waiting] = (await listPlans(boss, waits)).rows;
    expect(waiting).toMatchObject({
      planId: opened.planId,
      slug: red.slug,
      submittedBy: expect.any(String),
      team: true,
    });
    expect((await countPlans(boss, { book: "team" })).waiting).toBe(1);
    const { rows } = await pool.query("select kind, payload from outbox where kind = 'plan_waiting'");
    expect(rows).toEqual([{ kind: "plan_waiting", payload: { accountId: red.id, by: `P${red.csm}` } }]);

    await expect(approvePlan(ctx, { ...opened, verdict: "approve" })).rejects.toMatchObject({ kind: "forbidden" });
    await approvePlan(boss, { ...opened, verdict: "return", note: "Name the engineer" });
    const [returned] = (await listPlans(ctx, { book: "me", state: "incomplete" })).rows;
    expect(returned).toMatchObject({ returnedNote: "Name the engineer", completeOn: null });
    expect(await clock("plan")).toBeDefined();

    const again = await savePlan(
      ctx,
      SavePlan.parse({
        ...said,
        planId: opened.planId,
        version: returned?.version,
        goal: "None, with Ada on it",
        submit: true,
      }),
    );
    const stale = approvePlan(boss, { ...again, version: again.version - 1, verdict: "approve" });
    await expect(stale).rejects.toMatchObject({ kind: "conflict" });
    await approvePlan(boss, { ...again, verdict: "approve" });
    expect(await clock("plan")).toBeUndefined();
    const [approved] = (await listPlans(ctx, { book: "me", state: "complete" })).rows;
    expect(approved).toMatchObject({ approvedBy: manager, approvedOn: ctx.today, completeOn: ctx.today });
    const told = await pool.query(
      "select payload ->> 'verdict' as verdict from outbox where kind = 'plan_answered' order by id",
    );
    expect(told.rows.map(({ verdict }) => verdict)).toEqual(["return", "approve"]);
  });

  it("keeps its approval while steps move, and loses it where what was approved changes", async () => {
    const ctx = await csm();
    const plan = (await findPlanDraft(ctx, red.slug))?.plan;
    if (!plan) throw new Error("There is no open plan");
    const { planId, version } = plan;
    const step = { planId, version, isDone: true, nextStep: "Second call", dueOn: "2026-12-11" };
    const moved = await setNextStep(ctx, step);
    expect(moved.before).toEqual({ nextStep: "Call with support", dueOn: "2026-12-04" });
    expect(await clock("plan")).toBeUndefined();
    await expect(setNextStep(ctx, step)).rejects.toMatchObject({ kind: "conflict" });
    const other = {
      ...whole,
      nextStep: "Second call",
      dueOn: "2026-12-11",
      sponsorId: manager,
      goal: "Something easier",
    };
    const change = SavePlan.parse({ accountId: red.id, planId, version: moved.version, ...other });
    await savePlan(ctx, change);
    const [changed] = (await listPlans(ctx, { book: "me", state: "incomplete" })).rows;
    expect(changed).toMatchObject({ approvedBy: null, completeOn: null });
    expect(await clock("plan")).toBeDefined();
    const { rows } = await pool.query("select entry from audit where subject = $1 order by id", [`plan:${planId}`]);
    expect(rows.map(({ entry }) => entry)).toEqual([
      "plan.opened",
      "plan.returned",
      "plan.submitted",
      "plan.approved",
      "plan.step_done",
      "plan.changed",
    ]);
  });

  it("begins with the cause that the numbers speak for and with today's readings", async () => {
    const draft = await findPlanDraft(await csm(), green.slug);
    expect(draft?.plan).toBeNull();
    expect(draft?.measures.length).toBeGreaterThan(3);
    expect(draft?.sponsors.length).toBeGreaterThan(0);
    const { suggestion } = (await findPlanDraft(await csm(), red.slug)) ?? {};
    expect(suggestion?.share).toBeGreaterThan(0);
  });
});

describe("a decision", () => {
  const invest = {
    choice: "invest",
    budgetCents: 2_500_000,
    exitTest: "Weekly users above 60%",
    newDate: "2027-01-31",
    note: "Worth a quarter",
  };
  const signed = (decision: object, accountId = red.id) =>
    RecordDecision.parse({ accountId, decision, isSigned: true });

  it("is signed by a manager about a red account, and its clock runs to the new date", async () => {
    expect(await clock("decision")).toBeDefined();
    await expect(recordDecision(await csm(), signed(invest))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(recordDecision(await lead(), signed(invest, green.id))).rejects.toThrow(/not red|outside your book/);
    await expect(recordDecision(await lead(), signed({ ...invest, newDate: "2027-06-01" }))).rejects.toThrow(
      "at the latest",
    );
    expect(() => RecordDecision.parse({ accountId: red.id, decision: invest })).toThrow();
    await recordDecision(await lead(), signed(invest));
    expect(await clock("decision")).toMatchObject({ due_on: "2027-01-31", text: "Invested until 31 Jan 2027" });
    const draft = await findDecisionDraft(await csm(), red.slug);
    expect(draft).toMatchObject({ mayDecide: false, decisions: [{ kind: "invest", budgetCents: 2_500_000 }] });
    expect(draft?.deciders.length).toBeGreaterThan(0);
  });

  it("stays as it was signed; another one stands beside it", async () => {
    await expect(pool.query("update decisions set note = 'other'")).rejects.toThrow(
      "a signed decision is never changed",
    );
    await expect(pool.query("delete from decisions")).rejects.toThrow("a signed decision is never changed");
    await recordDecision(await lead(), signed({ choice: "accept", forecast: "lost", note: "Acquired by a rival" }));
    expect(await clock("decision")).toBeUndefined();
    const draft = await findDecisionDraft(await lead(), red.slug);
    expect(draft?.decisions.map(({ kind }) => kind)).toEqual(["accept", "invest"]);
    const { rows } = await pool.query("select count(*)::int as n from audit where entry = 'decision.recorded'");
    expect(rows[0].n).toBe(2);
  });
});

describe("a plan's result", () => {
  it("is written when the account has left the band, ends a plan that led to green, and a reopened one begins anew", async () => {
    const { rows } = await pool.query(
      `insert into plans (account_id, kind, owner_id, opened_on, status, tone_then)
       values ($1, 'action', $3, '2026-11-01', 'open', 2), ($2, 'action', $3, '2026-11-01', 'open', 2) returning id`,
      [green.id, red.id, red.csm],
    );
    const [led, fell] = rows.map(({ id }) => id as number);
    const system = await systemContext("test", databaseOn(pool));
    await computeRun(system);
    const read = async (id: number | undefined) =>
      (await pool.query("select status, result, closed_on from plans where id = $1", [id])).rows[0];
    expect(await read(led)).toMatchObject({ status: "done", closed_on: system.today });
    expect((await read(led)).result).toMatch(/^Yellow to green after \d+ days$/);
    expect(await read(fell)).toMatchObject({ status: "open", closed_on: null });
    expect((await read(fell)).result).toMatch(/^Yellow to red after \d+ days$/);
    const admin = await as(1, "admin");
    await closePlan(admin, { planId: led as number, status: "open", result: null });
    await computeRun(system);
    expect(await read(led)).toMatchObject({ status: "open", result: null });
  });
});
