import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { listTriage } from "@/db/queries/list-triage";
import { addNote } from "@/lib/commands/add-note";
import { assignOwner } from "@/lib/commands/assign-owner";
import { closePlan } from "@/lib/commands/close-plan";
import { computeRun } from "@/lib/commands/compute-run";
import { LogReview, logReview } from "@/lib/commands/log-review";
import { markTriage } from "@/lib/commands/mark-triage";
import { removeNote } from "@/lib/commands/remove-note";
import { SavePlan, savePlan } from "@/lib/commands/save-plan";
import type { Role } from "@/lib/core/access";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

let pool: Pool;
let own: number;
let foreign: number;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 30, days: 150 });
  await computeRun(await systemContext("test", databaseOn(pool)));
  const { rows } = await pool.query(
    "select account_id as id, csm_id as csm from triage where reason is not null order by priority desc",
  );
  own = rows[0].id;
  foreign = rows.find(({ csm }) => csm !== rows[0].csm).id;
}, 240_000);

async function as(...roles: Role[]): Promise<Ctx> {
  const { rows } = await pool.query("select csm_id as id from triage where account_id = $1", [own]);
  const actor = { kind: "person" as const, personId: rows[0].id, name: "N", email: "n@demo.test", roles };
  return contextOf(actor, databaseOn(pool));
}

const queued = async (ctx: Ctx) =>
  (await listTriage(ctx, { book: "me", withReason: true })).rows.map(({ accountId }) => accountId);

describe("a row of the queue", () => {
  it("leaves it when done, returns for a new reason, and undo brings it back", async () => {
    const ctx = await as("csm");
    expect(await queued(ctx)).toContain(own);
    const [done] = await markTriage(ctx, { accountIds: [own], mark: { kind: "done" } });
    expect(done?.before).toBeNull();
    expect(await queued(ctx)).not.toContain(own);
    await pool.query(
      `update triage set reasons = reasons || '[{"key": "brand_new", "text": "New"}]' where account_id = $1`,
      [own],
    );
    expect(await queued(ctx)).toContain(own);
    await pool.query("update triage set reasons = reasons - (jsonb_array_length(reasons) - 1) where account_id = $1", [
      own,
    ]);
    expect(await queued(ctx)).not.toContain(own);
    await markTriage(ctx, { accountIds: [own], mark: done?.before ?? null });
    expect(await queued(ctx)).toContain(own);
  });

  it("sleeps until the day it is snoozed to, and not into the past", async () => {
    const ctx = await as("csm");
    await markTriage(ctx, { accountIds: [own], mark: { kind: "snoozed", until: "2026-12-02" } });
    expect(await queued(ctx)).not.toContain(own);
    expect(await queued({ ...ctx, today: "2026-12-02" })).toContain(own);
    const past = markTriage(ctx, { accountIds: [own], mark: { kind: "snoozed", until: ctx.today } });
    await expect(past).rejects.toThrow("Snooze until a day that is still to come.");
    await markTriage(ctx, { accountIds: [own], mark: null });
  });

  it("of somebody else's book is not a CSM's to mark, and then none of the batch is", async () => {
    const ctx = await as("csm");
    const both = markTriage(ctx, { accountIds: [own, foreign], mark: { kind: "done" } });
    await expect(both).rejects.toMatchObject({ kind: "forbidden" });
    expect(await queued(ctx)).toContain(own);
  });
});

describe("a plan", () => {
  const plan = {
    kind: "action" as const,
    goal: "Twenty weekly users by March",
    nextStep: "Call the sponsor",
    dueOn: "2026-12-10",
  };

  it("keeps the health of the day it opened, and quiets the row while its next step lies ahead", async () => {
    const ctx = await as("csm");
    const before = await priority();
    const { planId, version } = await savePlan(ctx, SavePlan.parse({ accountId: own, ...plan }));
    const { rows } = await pool.query("select owner_id, health_then, tone_then from plans where id = $1", [planId]);
    expect(rows[0].owner_id).toBe(ctx.actor.kind === "person" && ctx.actor.personId);
    expect(rows[0].health_then).not.toBeNull();
    expect(await priority()).toBeCloseTo(before * 0.3, 6);
    const stale = savePlan(ctx, SavePlan.parse({ accountId: own, planId, version: version + 7, ...plan }));
    await expect(stale).rejects.toMatchObject({ kind: "conflict" });
    await closePlan(ctx, { planId, status: "done", result: "They answered" });
    expect(await priority()).toBeCloseTo(before, 6);
    await expect(savePlan(ctx, SavePlan.parse({ accountId: own, planId, version: 2, ...plan }))).rejects.toThrow(
      "closed",
    );
  });
});

describe("notes, reviews and owners", () => {
  it("take back only what is one's own", async () => {
    const ctx = await as("csm");
    const { noteId } = await addNote(ctx, { accountId: own, text: "Spoke to Mara" });
    const other: Ctx = { ...ctx, actor: { kind: "person", personId: 1, name: "O", email: "o", roles: ["manager"] } };
    await expect(removeNote(other, { noteId })).rejects.toMatchObject({ kind: "forbidden" });
    await removeNote(ctx, { noteId });
    const { rows } = await pool.query("select entry from audit where subject = $1 order by id", [`note:${noteId}`]);
    expect(rows.map(({ entry }) => entry)).toEqual(["note.added", "note.removed"]);
  });

  it("an audit ends with a verdict, and no review is held in the future", async () => {
    const ctx = await as("csm");
    const audit = LogReview.parse({ accountId: own, kind: "audit", heldOn: ctx.today });
    await expect(logReview(ctx, audit)).rejects.toThrow("keep, watch or plan");
    await expect(logReview(ctx, { ...audit, verdict: "keep", heldOn: "2027-01-01" })).rejects.toThrow(
      "once it was held",
    );
  });

  it("an owner changes from today on, and the queue follows", async () => {
    const admin = await as("admin");
    const { rows } = await pool.query("select csm_id from triage where account_id = $1", [foreign]);
    const me = admin.actor.kind === "person" ? admin.actor.personId : -1;
    await assignOwner(admin, { accountIds: [foreign], role: "csm", personId: me });
    expect((await listTriage(admin, { book: "me" })).rows.map(({ accountId }) => accountId)).toContain(foreign);
    const past = await pool.query(
      "select csm_id from account_owners where account_id = $1 and valid_from < $2 order by valid_from desc limit 1",
      [foreign, admin.today],
    );
    expect(past.rows[0].csm_id).toBe(rows[0].csm_id);
  });
});

async function priority(): Promise<number> {
  const { rows } = await pool.query("select priority from triage where account_id = $1", [own]);
  return rows[0].priority;
}
