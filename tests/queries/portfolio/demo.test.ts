import type { Pool } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { loadDemo } from "@/db/demo/load-demo";
import { getStanding } from "@/db/queries/get-standing";
import { computeRun } from "@/lib/commands/compute-run";
import { replayHistory } from "@/lib/commands/replay-history";
import { type Ctx, contextOf, systemContext } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { expectBarsReconcile, expectMatrixReconciles, expectStandingReconciles } from "./reconcile";

const [START, TODAY] = ["2026-08-31", "2026-11-30"];
let pool: Pool;
let ctx: Ctx;

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await loadDemo(pool, { accounts: 40, days: 150 });
  const system = await systemContext("test", databaseOn(pool));
  await replayHistory(system, { from: START, to: START });
  await computeRun(system);
  const { rows } = await pool.query<{ id: number }>("select id from people where email = 'manager@demo.test'");
  const personId = rows[0]?.id as number;
  ctx = await contextOf(
    { kind: "person", personId, name: "Maya", email: "manager@demo.test", roles: ["manager"] },
    databaseOn(pool),
  );
}, 240_000);

describe.each([{ book: "all" }, { book: "team" }, { book: "all", segment: "Enterprise" }] as const)(
  "the demo company, %j",
  (asked) => {
    test("tiles, bars, matrix and lists agree to the account and the cent", { timeout: 30_000 }, async () => {
      expect((await getStanding(ctx, asked)).total.accounts).toBeGreaterThan(0);
      await expectStandingReconciles(ctx, asked, TODAY);
      await expectBarsReconcile(ctx, asked, [TODAY]);
      await expectMatrixReconciles(ctx, asked, START, TODAY);
    });
  },
);
