import type { Pool } from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getCurrentRun } from "@/db/queries/get-current-run";
import { getModelStanding } from "@/db/queries/validation/get-model-standing";
import { listModelReviews } from "@/db/queries/validation/list-model-reviews";
import { computeRun } from "@/lib/commands/compute-run";
import { replayDecisions } from "@/lib/commands/replay-decisions";
import { signModelReview } from "@/lib/commands/sign-model-review";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";

vi.setConfig({ testTimeout: 120_000 });
let pool: Pool;
let ctx: Ctx;
let signer: { id: number; name: string };

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 16, days: 250 });
  const system = await systemContext("test", databaseOn(pool));
  await computeRun(system);
  await replayDecisions(system, { horizons: [90] });
  const { rows } = await pool.query("select id, name from people where email = 'manager@demo.test'");
  signer = rows[0];
  ctx = await contextOf(
    { kind: "person", personId: signer.id, name: signer.name, email: "manager@demo.test", roles: ["manager"] },
    databaseOn(pool),
  );
}, 240_000);

const REASONS = "Right often enough; two misses were people leaving.";

describe("the quarterly review of the score", () => {
  test("is signed with the figures of the day, and its next is due in three months", async () => {
    await signModelReview(ctx, { version: 2, verdict: "keep", reasons: REASONS });
    const [review] = await listModelReviews(ctx);
    expect(review).toMatchObject({
      ...{ version: 2, verdict: "keep", reasons: REASONS, signedBy: signer.name },
      ...{ reviewedOn: "2026-11-30", nextDueOn: "2027-02-28" },
    });
    expect(review?.figures).toMatchObject({ verdict: "too few outcomes", accuracy: null, horizon: 90 });
    const { rows } = await pool.query("select entry, subject from audit where entry = 'model.reviewed'");
    expect(rows).toEqual([{ entry: "model.reviewed", subject: "version 2" }]);
  });

  test("validates nothing where there were too few outcomes", async () => {
    expect(await getModelStanding(ctx)).toEqual({
      ...{ text: "heuristic, not validated", dueOn: "2027-02-28", isOverdue: false },
    });
  });

  test("shows as overdue with every score from the day after it was due, until the next is signed", async () => {
    await pool.query("update model_versions set next_review_on = '2026-11-29' where version = 2");
    expect((await getCurrentRun(ctx))?.standing).toMatchObject({ dueOn: "2026-11-29", isOverdue: true });
    await signModelReview(ctx, { version: 2, verdict: "change", reasons: REASONS, nextDueOn: "2027-01-15" });
    expect((await getCurrentRun(ctx))?.standing).toMatchObject({ dueOn: "2027-01-15", isOverdue: false });
  });

  test("lends its standing to the scores where it found them better than chance", async () => {
    await pool.query(
      `update model_reviews set figures = '{"n": 124, "verdict": "better than chance"}' where id = (select max(id) from model_reviews)`,
    );
    expect((await getModelStanding(ctx)).text).toBe("validated on 124 decisions, 2026-11-30");
  });

  test("is of a version that exists, by a person, and due after today", async () => {
    const review = { version: 2, verdict: "keep" as const, reasons: REASONS };
    await expect(signModelReview(ctx, { ...review, version: 99 })).rejects.toThrow("There is no model version 99");
    await expect(signModelReview(ctx, { ...review, nextDueOn: "2026-11-30" })).rejects.toThrow("lies after today");
    const system = await systemContext("test", databaseOn(pool));
    await expect(signModelReview(system, review)).rejects.toThrow("signed by a person");
    expect(await listModelReviews(ctx)).toHaveLength(2);
  });
});
