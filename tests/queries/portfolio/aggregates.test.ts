import type { Pool } from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { loadPortfolio } from "@/app/(app)/portfolio/load-portfolio";
import { databaseOn } from "@/db/client";
import { getStanding } from "@/db/queries/get-standing";
import { listMigration } from "@/db/queries/list-migration";
import { countPortfolioAccounts, listPortfolioAccounts } from "@/db/queries/list-portfolio-accounts";
import { listHeldAccounts } from "@/db/queries/playbooks/list-held-accounts";
import { findCountedSlice } from "@/db/queries/portfolio/find-counted-slice";
import { getBookChange } from "@/db/queries/portfolio/get-book-change";
import { getShift } from "@/db/queries/portfolio/get-shift";
import { getShiftReasons } from "@/db/queries/portfolio/get-shift-reasons";
import { getStandingOn } from "@/db/queries/portfolio/get-standing-on";
import { listCsmStandings } from "@/db/queries/portfolio/list-csm-standings";
import { listMeasureSums } from "@/db/queries/portfolio/list-measure-sums";
import { listRenewals } from "@/db/queries/portfolio/list-renewals";
import { updateAccounts } from "@/lib/commands/update-accounts";
import { monthEnd } from "@/lib/core/calendar";
import { quarterOf } from "@/lib/core/portfolio/quarter";
import { type Ctx, systemContext } from "@/lib/server/context";
import { runSnapshot } from "@/tests/commands/run-snapshot";
import { ledBook } from "./led-book";

vi.setConfig({ testTimeout: 60_000 });
const [START, TODAY] = ["2026-08-31", "2026-11-30"];
let pool: Pool;
let ctx: Ctx;

beforeAll(async () => {
  ({ pool, ctx } = await ledBook(START));
}, 240_000);

const SCOPES = [{ book: "all" }, { book: "all", segment: "Enterprise" }, { book: "team" }] as const;

test("the whole book and each segment are served from the run's aggregates, a team is not", async () => {
  const found = await Promise.all(SCOPES.map((scope) => findCountedSlice(ctx, scope)));
  expect(found.map((slice) => slice?.dimension ?? null)).toEqual(["all", "segment", null]);
});

describe.each(SCOPES)("scope %j", (scope) => {
  test("what stood on the run's own day is what stands now", async () => {
    const { atRisk, renewingNotGreen } = await getStanding(ctx, scope);
    expect(await getStandingOn(ctx, scope, TODAY)).toEqual({ day: TODAY, atRisk, renewingNotGreen });
  });

  test("each month and band of the renewals is its list", async () => {
    const sums = await listRenewals(ctx, scope, "2026-11-01", "2027-10-01");
    expect(sums.length).toBeGreaterThan(3);
    for (const { month, tone, ...amount } of sums) {
      const decides = { from: month, to: monthEnd(month.slice(0, 7)) };
      expect(await countPortfolioAccounts(ctx, { ...scope, tones: [tone], decides })).toEqual(amount);
    }
  });

  test("every number of the CSMs is its list, and they add up to the book", async () => {
    const csms = await listCsmStandings(ctx, scope);
    const { total } = await getStanding(ctx, scope);
    expect(csms.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(total.accounts);
    expect(csms.reduce((sum, { arrCents }) => sum + arrCents, 0)).toBe(total.arrCents);
    for (const { personId, accounts, arrCents, withoutRate, ...row } of csms) {
      const of = { ...scope, csm: personId ?? ("none" as const) };
      expect(await countPortfolioAccounts(ctx, of)).toEqual({ accounts, arrCents, withoutRate });
      const count = async (filter: object) => (await countPortfolioAccounts(ctx, { ...of, ...filter })).accounts;
      expect(await count({ tones: [3] })).toBe(row.green);
      expect(await count({ owes: "review" })).toBe(row.overdueReviews);
      expect(await count({ owes: "card" })).toBe(row.staleCards);
      expect(await count({ owes: "plan" })).toBe(row.unplannedYellows);
    }
  });

  test("segments and CSMs give what the whole gives, measure by measure, to the last digit", async () => {
    for (const by of ["segment", "csm"] as const) {
      const sums = await listMeasureSums(ctx, scope, by);
      const whole = sums.filter(({ dimension }) => dimension === "all");
      expect(whole.length).toBeGreaterThan(3);
      for (const { measure, ...total } of whole) {
        const parts = sums.filter((sum) => sum.dimension === by && sum.measure === measure);
        expect(parts.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(total.accounts);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(total.points);
      }
    }
  });
});

test("a CSM's measures say the same from the aggregates and from the accounts", async () => {
  const counted = await listMeasureSums(ctx, { book: "all" }, "csm");
  const people = new Set(counted.flatMap(({ dimension, value }) => (dimension === "csm" ? [Number(value)] : [])));
  for (const personId of people) {
    const own = await listMeasureSums(ctx, { book: personId }, "csm");
    const of = (sums: typeof own) =>
      sums
        .filter(({ dimension, value }) => dimension === "csm" && value === String(personId))
        .toSorted((a, b) => a.measure.localeCompare(b.measure));
    expect(of(own)).toEqual(of(counted));
  }
});

test.each(SCOPES)(
  "the portfolio of %j reads the accounts of the past once, not by each who opens it",
  async (scope) => {
    const period = { from: START, to: TODAY };
    const open = async () => {
      const asked = { unit: "accounts", by: "segment", compare: null, asOf: TODAY, currency: "USD" } as const;
      const found = await loadPortfolio(ctx, { scope: { segment: undefined, ...scope }, period, ...asked });
      const shift = await getShift(ctx, scope, quarterOf(TODAY, 12));
      const reasons = shift && (await getShiftReasons(ctx, scope, shift.now));
      return [found, shift, reasons, await getBookChange(ctx, scope, START, TODAY), await listHeldAccounts(ctx, scope)];
    };
    const first = await open();
    const asked = vi.spyOn(pool, "query");
    expect(await open()).toEqual(first);
    const texts = asked.mock.calls.map(([query]) => (query as unknown as { text: string }).text);
    asked.mockRestore();
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => /health_day|account_day/.test(text))).toEqual([]);
  },
);

test("what is remembered of two days is found anew when either changes", async () => {
  const green = async () =>
    (await listMigration(ctx, { book: "all" }, START, TODAY)).moves
      .filter(({ to }) => to === 3)
      .reduce((sum, { accounts }) => sum + accounts, 0);
  const before = await green();
  const { rows } = await pool.query<{ id: number }>(
    "select account_id as id from triage where tone = 3 order by 1 limit 4",
  );
  const ids = rows.map(({ id }) => id);
  await pool.query(
    `insert into scorecards (account_id, period, version, champion, executive, outcome, recorded_as, submitted_on)
     select unnest($1::int[]), '2026-11', 95, 'missing', 'none', 'missing', 'owner', $2`,
    [ids, TODAY],
  );
  await updateAccounts(await systemContext("test", databaseOn(pool)), ids);
  expect(await green()).toBe(before - ids.length);
  expect(await green()).toBe((await countPortfolioAccounts(ctx, { book: "all", tones: [3] })).accounts);
  expect(await getStandingOn(ctx, { book: "all" }, "2026-01-01")).toBeNull();
});

test("an installation whose run is older than the aggregates gets them whole with its next revision", async () => {
  const aggregates = async () => {
    const { portfolioMeasures, portfolioTiles, portfolioRenewals } = await runSnapshot(pool);
    return { portfolioMeasures, portfolioTiles, portfolioRenewals };
  };
  const before = await aggregates();
  expect(before.portfolioMeasures?.length).toBeGreaterThan(20);
  await pool.query("delete from portfolio_measures; delete from portfolio_tiles; delete from portfolio_renewals");
  expect(await findCountedSlice(ctx, { book: "all" })).toBeNull();
  await updateAccounts(await systemContext("test", databaseOn(pool)), [1]);
  expect(await aggregates()).toEqual(before);
});

test.each(["segment", "csm"] as const)(
  "each cell of the heatmap by %s opens the accounts that it counts, the fewest points first",
  async (by) => {
    const sums = await listMeasureSums(ctx, { book: "all" }, by);
    expect(sums.length).toBeGreaterThan(20);
    for (const { dimension, value, measure, accounts, points } of sums) {
      const slice = by === "csm" ? { csm: value ? Number(value) : ("none" as const) } : { segment: value || undefined };
      const filter = { book: "all" as const, ...(dimension === "all" ? {} : slice), measure };
      expect((await countPortfolioAccounts(ctx, filter)).accounts).toBe(accounts);
      const { rows } = await listPortfolioAccounts(ctx, filter, { sort: "measure", limit: 100 });
      const found = rows.map(({ measurePoints }) => measurePoints as number);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(points, 1);
    }
  },
);

test("an order by a measure that is not asked for is that by ARR", async () => {
  const by = (sort: "arr" | "measure") => listPortfolioAccounts(ctx, { book: "all" }, { sort, limit: 5 });
  expect(await by("measure")).toEqual(await by("arr"));
});
