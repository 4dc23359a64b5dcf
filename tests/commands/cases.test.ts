import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { findCases } from "@/db/queries/find-cases";
import { findCustomerReview } from "@/db/queries/find-customer-review";
import { computeRun } from "@/lib/commands/compute-run";
import { RecordOutcome, recordOutcome } from "@/lib/commands/record-outcome";
import { ReviewCase, reviewCase } from "@/lib/commands/review-case";
import type { Role } from "@/lib/core/access";
import { addDays } from "@/lib/core/calendar";
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
    "select account_id as id, am_id as am from triage where am_id is not null order by account_id",
  );
  own = rows[0].id;
  foreign = rows.find(({ am }) => am !== rows[0].am).id;
  await pool.query("delete from outcomes where account_id = $1", [own]);
}, 240_000);

async function as(...roles: Role[]): Promise<Ctx> {
  const { rows } = await pool.query("select am_id as id from triage where account_id = $1", [own]);
  const actor = { kind: "person" as const, personId: rows[0].id, name: "A", email: "a@demo.test", roles };
  return contextOf(actor, databaseOn(pool));
}

const lastAudit = async () =>
  (await pool.query("select entry, before, after from audit order by id desc limit 1")).rows[0];
const answers = { happened: "The sponsor left.", signals: "Attendance fell.", done: "Calls.", again: "Meet earlier." };

function churn(today: string) {
  return RecordOutcome.parse({
    ...{ accountId: own, kind: "churned", decidedOn: addDays(today, -12), effectiveOn: addDays(today, 20) },
    ...{ arrBeforeCents: 100_00, arrAfterCents: 0, currency: "USD", cause: "price" },
  });
}

describe("an outcome", () => {
  it("is recorded with its cause by the AM, asks for a loss review, and the review confirms the cause", async () => {
    const ctx = await as("am");
    const { outcomeId } = await recordOutcome(ctx, churn(ctx.today));
    expect(await lastAudit()).toMatchObject({ entry: "outcome.recorded", before: null, after: { kind: "churned" } });
    expect((await findCases(ctx, own))?.due?.words).toBe("Churned 12 d ago: loss review");

    const input = { accountId: own, kind: "loss", outcomeId, answers, cause: "relationship_loss", avoidable: true };
    await reviewCase(ctx, ReviewCase.parse(input));
    const cases = await findCases(ctx, own);
    expect(cases?.due).toBeNull();
    expect(cases?.outcomes[0]).toMatchObject({ id: outcomeId, cause: "relationship loss", avoidable: true });
    expect(cases?.reviews[0]).toMatchObject({
      kind: "loss",
      heldOn: ctx.today,
      answers: { ...answers, avoidable: "yes" },
    });
    expect(await lastAudit()).toMatchObject({ entry: "case.reviewed", before: { cause: "price" } });
  });

  it("is written once a day and corrected after that, with what stood there in the log", async () => {
    const ctx = await as("am");
    const again = recordOutcome(ctx, churn(ctx.today));
    await expect(again).rejects.toThrow("An outcome of that day is recorded already. Correct that one.");
    const outcomeId = `by-hand-${addDays(ctx.today, -12)}`;
    await recordOutcome(ctx, { ...churn(ctx.today), outcomeId, kind: "downsold", arrAfterCents: 60_00 });
    expect(await lastAudit()).toMatchObject({ entry: "outcome.corrected", before: { kind: "churned" } });
    expect((await findCases(ctx, own))?.outcomes).toMatchObject([{ kind: "downsold", arrAfterCents: 60_00 }]);
  });

  it("is refused where it contradicts itself, by field", async () => {
    const ctx = await as("am");
    const base = churn(ctx.today);
    for (const [change, field] of [
      [{ decidedOn: addDays(ctx.today, 1) }, "decidedOn"],
      [{ effectiveOn: addDays(ctx.today, -30) }, "effectiveOn"],
      [{ cause: null }, "cause"],
      [{ arrAfterCents: 1 }, "arrAfterCents"],
      [{ kind: "downsold" as const, arrAfterCents: 200_00 }, "arrAfterCents"],
      [{ kind: "expanded" as const, arrAfterCents: 50_00 }, "arrAfterCents"],
    ] as const)
      await expect(recordOutcome(ctx, { ...base, ...change })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
  });

  it("of another's book is refused, and a CSM records and reviews none", async () => {
    const am = await as("am");
    const csm = await as("csm");
    const review = ReviewCase.parse({ accountId: own, kind: "loss", answers, cause: "price" });
    await expect(recordOutcome(am, { ...churn(am.today), accountId: foreign })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(reviewCase(am, { ...review, accountId: foreign })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(recordOutcome(csm, churn(csm.today))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(reviewCase(csm, review)).rejects.toMatchObject({ kind: "forbidden" });
    const elsewhere = reviewCase(am, { ...review, outcomeId: "nothing" });
    await expect(elsewhere).rejects.toThrow("There is no such outcome.");
    const { rows } = await pool.query("select count(*)::int as n from reviews where kind = 'loss'");
    expect(rows[0].n).toBe(1);
  });
});

it("what is read for the customer's page names no score, card, plan, note or contact", async () => {
  const ctx = await as("csm");
  const { rows } = await pool.query("select slug from accounts where id = $1", [own]);
  await pool.query("insert into notes (account_id, text) values ($1, 'S3cretNote')", [own]);
  await pool.query(
    "insert into plans (account_id, kind, goal, next_step, opened_on, status) values ($1, 'action', 'S3cretGoal', 'S3cretStep', $2, 'open')",
    [own, ctx.today],
  );
  const review = await findCustomerReview(ctx, rows[0].slug, 12);
  expect(Object.keys(review ?? {}).sort()).toEqual([
    "modules",
    "name",
    "outcomes",
    "requests",
    "seats",
    "steps",
    "support",
    "use",
  ]);
  expect(JSON.stringify(review)).not.toMatch(/S3cret|score|health|band|champion|sponsor|csm|priority/i);
  expect(review?.support.opened).toBeGreaterThan(0);
});
