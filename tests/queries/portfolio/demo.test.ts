import { beforeAll, describe, expect, test } from "vitest";
import { getStanding } from "@/db/queries/get-standing";
import type { Ctx } from "@/lib/server/context";
import { ledBook } from "./led-book";
import { expectBarsReconcile, expectMatrixReconciles, expectStandingReconciles } from "./reconcile";

const [START, TODAY] = ["2026-08-31", "2026-11-30"];
let ctx: Ctx;

beforeAll(async () => {
  ({ ctx } = await ledBook(START));
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
