import type { Pool } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { databaseOn } from "@/db/client";
import { getPortfolioScope } from "@/db/queries/get-portfolio-scope";
import { getStanding } from "@/db/queries/get-standing";
import { listBandsOverTime } from "@/db/queries/list-bands-over-time";
import { ELSEWHERE, OUT } from "@/db/queries/list-migration";
import { type Actor, type Ctx, contextOf } from "@/lib/server/context";
import { testDatabase } from "@/tests/setup";
import { DAYS, seedRandomBook } from "./random-book";
import { expectBarsReconcile, expectMatrixReconciles, expectStandingReconciles } from "./reconcile";

let pool: Pool;
let ctx: Ctx;
const [FIRST, , , TODAY] = DAYS as [string, string, string, string];
const as = (personId: number, ...roles: ("csm" | "am" | "manager")[]): Promise<Ctx> => {
  const actor: Actor = { kind: "person", personId, name: "", email: "", roles };
  return contextOf(actor, databaseOn(pool));
};

beforeAll(async () => {
  ({ pool } = await testDatabase());
  await seedRandomBook(pool, 20261130, 60);
  ctx = await as(1, "manager");
}, 240_000);

const SCOPES = [
  { book: "all" },
  { book: "all", segment: "Enterprise" },
  { book: "team" },
  { book: "team", segment: "Mid-market" },
  { book: "none" },
  { book: 2 },
  { book: 3 },
] as const;

describe.each(SCOPES)("scope %j", (asked) => {
  test("tiles, bars of today and lists agree to the account and the cent", async () => {
    await expectStandingReconciles(ctx, asked, TODAY);
  });

  test("the bars of every past day are the lists of that day, counted before or now", async () => {
    await expectBarsReconcile(ctx, asked, DAYS);
  });

  test("the matrix's margins are both days' head-counts and ARR, each cell its list", { timeout: 30_000 }, async () => {
    await expectMatrixReconciles(ctx, asked, FIRST, TODAY);
  });
});

test("an account that changed hands is elsewhere, one without a contract is out", { timeout: 30_000 }, async () => {
  const team = await expectMatrixReconciles(ctx, { book: "team" }, FIRST, TODAY);
  expect(team.some(({ to }) => to === ELSEWHERE)).toBe(true);
  expect(team.some(({ to }) => to === OUT)).toBe(true);
  const all = await expectMatrixReconciles(ctx, { book: "all" }, FIRST, TODAY);
  expect(all.some(({ from, to }) => from === ELSEWHERE || to === ELSEWHERE)).toBe(false);
});

test("accounts without an exchange rate are counted, named and not summed", async () => {
  const { total } = await getStanding(ctx, { book: "all" });
  expect(total.withoutRate).toBeGreaterThan(0);
});

test("where books are private, a CSM's portfolio is their own book, whatever was asked for", async () => {
  await pool.query("update settings set visibility = 'own'");
  const csm = await as(2, "csm");
  const own = await getStanding(csm, { book: "me" });
  expect(own.total.accounts).toBeGreaterThan(0);
  expect((await getStanding(csm, { book: "all" })).total).toEqual(own.total);
  expect((await getStanding(csm, { book: 4 })).total.accounts).toBe(0);
  expect((await getPortfolioScope(csm, { book: "all" })).counted).toBeNull();
  await expectStandingReconciles(csm, { book: "all" }, TODAY);
  await pool.query("update settings set visibility = 'all'");
});

test("a person without a role sees no account in any bar", async () => {
  const nobody = await as(4);
  const bars = await listBandsOverTime(nobody, await getPortfolioScope(nobody, { book: "all" }), [TODAY]);
  expect(bars[0]?.tones).toEqual([]);
});

test("a month without a scored day within its last week is empty, not carried over", async () => {
  const scope = await getPortfolioScope(ctx, { book: "all" });
  const [june, september] = await listBandsOverTime(ctx, scope, ["2026-06-30", "2026-10-03"]);
  expect(june).toEqual({ asked: "2026-06-30", day: null, tones: [] });
  expect(september?.day).toBe("2026-09-30");
});
