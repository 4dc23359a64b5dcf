import { beforeAll, describe, expect, it } from "vitest";
import { getForecast } from "@/db/queries/forecast/get-forecast";
import { callRecord } from "@/lib/core/forecast/calls";
import { retentionOf } from "@/lib/core/forecast/retention";
import { forecastBook } from "./forecast-book";

const ALL = { book: "all", segment: null } as const;
let book: Awaited<ReturnType<typeof forecastBook>>;
const whole = async () => getForecast(await book.as("reader", "viewer"), ALL, "12m");

beforeAll(async () => {
  book = await forecastBook();
  const { add, was, called, decided, heard } = book;
  await book.pool.query(`update settings set forecast_rates = '{"red":0.5,"yellow":0.8,"green":0.95}'`);
  await book.pool.query("insert into exchange_rates values ('EUR', '2026-07-01', 1.1), ('EUR', '2026-09-01', 1.2)");
  await add("acme", "own", { arr: 1_000_001, decideBy: "2026-12-15", health: 90, segment: "SMB" });
  await add("birch", "own", { arr: 2_000_000, decideBy: "2026-12-31", health: 30 });
  await add("cedar", "other", { arr: 3_333_333, decideBy: "2027-01-01", health: 60, segment: "SMB" });
  await add("dune", "other", { arr: null, decideBy: "2027-01-31", health: 80 });
  await add("elm", "own", { arr: 500_000, decideBy: "2027-10-31" });
  await add("too late", "own", { arr: 7, decideBy: "2027-11-01", health: 80 });
  await add("too early", "own", { arr: 7, decideBy: "2026-10-31", health: 80 });
  await was("acme", "2026-11-23", 55);
  await was("acme", "2026-11-24", 20);
  await was("birch", "2026-11-17", 80);
  await was("cedar", "2026-11-16", 20);
  await was("cedar", "2026-11-24", 20);
  await called("acme", "commit", "2026-11-20", "2026-12-15");
  await called("acme", "at_risk", "2026-11-24", "2026-12-15");
  await called("birch", "lost", "2026-11-23", "2026-12-31");
  await called("cedar", "best_case", "2026-11-24", "2027-01-01");
  await called("elm", "commit", "2026-11-20", "2026-10-31");

  for (const name of ["pine", "quill", "ulm"]) await add(name, "own");
  for (const name of ["rush", "sage", "twig"]) await add(name, "other");
  await decided("pine", { on: "2026-02-10", kind: "renewed", before: 9, after: 9 });
  await decided("pine", { on: "2026-02-10", kind: "renewed", before: 1_000_000, after: 1_000_000 });
  await decided("quill", { on: "2026-03-01", kind: "expanded", before: 1_000_000, after: 1_300_007 });
  await decided("rush", { on: "2026-05-05", kind: "downsold", before: 2_000_000, after: 1_400_000 });
  await decided("sage", { on: "2026-06-06", kind: "churned", before: 700_001 });
  await decided("twig", { on: "2026-07-07", kind: "renewed" });
  await decided("ulm", { on: "2026-08-31", kind: "renewed", before: 100_000, after: 100_000, currency: "EUR" });
  await decided("pine", { on: "2025-11-30", kind: "renewed", before: 5, after: 5 });
  await decided("quill", { on: "2026-09-01", kind: "renewed", before: 40, after: 30 });
  await decided("ulm", { on: "2026-12-01", kind: "churned", before: 60 });
  await was("pine", "2025-11-12", 80);
  await was("quill", "2025-11-25", 80);
  // A day after the cut: not known before the decision.
  await was("rush", "2026-02-05", 80);
  await called("rush", "lost", "2026-05-04", "2026-05-10");
  await called("rush", "commit", "2026-05-05", "2026-05-10");
  await called("sage", "commit", "2026-06-01", "2026-06-06");
  await called("pine", "commit", "2026-02-01", "2026-08-30");
  await heard("acme", "funding", "2026-10-01");
}, 120_000);

describe("the forecast of a book made by hand", () => {
  it("adds up by month of the decide-by date, to the cent, with an interval of whole renewals", async () => {
    const { forecast } = await whole();
    const months = forecast.months.map(({ month, n, arrCents, withoutRate, withoutBand, money }) => ({
      ...{ month, n, arrCents, withoutRate, withoutBand },
      money: money && [money.n, money.expectedCents, money.lowCents, money.highCents],
    }));
    const nothing = { n: 0, arrCents: 0, withoutRate: 0, withoutBand: 0, money: null };
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: "2026-11", ...nothing });
    expect(months[1]).toEqual({
      ...{ month: "2026-12", n: 2, arrCents: 3_000_001, withoutRate: 0, withoutBand: 0 },
      money: [2, 1_950_001, 1_000_001, 3_000_001],
    });
    expect(months[2]).toEqual({
      ...{ month: "2027-01", n: 2, arrCents: 3_333_333, withoutRate: 1, withoutBand: 0 },
      money: [1, 2_666_666, 0, 3_333_333],
    });
    expect(months[11]).toEqual({ month: "2027-10", ...nothing, n: 1, arrCents: 500_000, withoutBand: 1 });
    expect(forecast.whole).toMatchObject({ n: 5, arrCents: 6_833_334, withoutRate: 1, withoutBand: 1 });
    expect(forecast.whole.money).toMatchObject({ n: 3, arrCents: 6_333_334, expectedCents: 4_616_667 });
  });

  it("says what a week changed: by health of a week ago or up to two, and who moved it", async () => {
    const { forecast } = await whole();
    const [acme, birch, cedar] = forecast.rows;
    expect([acme?.thenDay, birch?.thenDay, cedar?.thenDay]).toEqual(["2026-11-23", "2026-11-17", null]);
    expect(forecast.week).toEqual({
      ...{ n: 2, nowCents: 1_950_001, thenCents: 2_700_001, changeCents: -750_000, withoutThen: 1 },
      movers: [
        { accountId: birch?.accountId, changeCents: -900_000 },
        { accountId: acme?.accountId, changeCents: 150_000 },
      ],
    });
  });

  it("sets the human calls beside it: the last one for this decide-by date, and the one that stood a week ago", async () => {
    const { forecast } = await whole();
    expect(forecast.rows.map(({ slug, call, callThen }) => [slug, call, callThen])).toEqual([
      ["acme", "at_risk", "commit"],
      ["birch", "lost", "lost"],
      ["cedar", "best_case", null],
      ["dune", null, null],
      ["elm", null, null],
    ]);
    expect(forecast.months[1]?.called).toEqual({
      ...{ commit: { n: 0, arrCents: 0 }, best_case: { n: 0, arrCents: 0 }, none: { n: 0, arrCents: 0 } },
      ...{ at_risk: { n: 1, arrCents: 1_000_001 }, lost: { n: 1, arrCents: 2_000_000 } },
    });
    const { called } = await whole();
    expect(called.map(({ slug, call, bad }) => [slug, call, bad])).toEqual([
      ["sage", "commit", true],
      ["rush", "lost", true],
    ]);
    expect(callRecord(called).right).toMatchObject({ hits: 1, n: 2 });
  });

  it("reconciles GRR and NRR: one row a decision, in the workspace's currency, a churn without an amount ends with nothing", async () => {
    const { contracts, days } = await whole();
    expect(days).toEqual({ from: "2025-12-01", to: "2026-11-30" });
    const found = retentionOf(contracts);
    expect(found).toMatchObject({
      ...{ n: 6, withoutAmounts: 1, beforeCents: 4_810_041, keptCents: 3_510_030, afterCents: 3_810_037 },
      ...{ lostCents: 1_300_011, expandedCents: 300_007 },
    });
    expect(found.grr).toBeCloseTo(0.7297297, 6);
    expect(found.nrr).toBeCloseTo(0.7921008, 6);
    const quarter = await getForecast(await book.as("reader", "viewer"), ALL, "quarter");
    expect(quarter.contracts.map(({ slug, decidedOn }) => [slug, decidedOn])).toEqual([["quill", "2026-09-01"]]);
  });

  it("says why no chance is calibrated, and what accounts ready to grow may bring", async () => {
    const { basis, kept, expansion } = await whole();
    expect(basis).toMatchObject({
      kind: "assumed",
      withheld: "2 decisions with health known before them; 30 are needed.",
    });
    expect(kept).toBeNull();
    expect(expansion).toMatchObject({
      ...{ candidates: 1, candidatesCents: 1_000_001, conversion: { hits: 1, n: 2 }, uplifts: 1 },
      expectedCents: 150_004,
    });
  });
});
