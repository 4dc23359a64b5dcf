import fc from "fast-check";
import { expect, test } from "vitest";
import { type Basis, basisOf } from "@/lib/core/forecast/basis";
import { CALLS, callRecord } from "@/lib/core/forecast/calls";
import { forecastOf, type Renewal } from "@/lib/core/forecast/forecast";
import { lossKept } from "@/lib/core/forecast/loss-kept";
import { moneyAhead } from "@/lib/core/forecast/money-ahead";
import { retentionOf } from "@/lib/core/forecast/retention";
import { seeded } from "@/lib/core/forecast/seeded";

const RATES = { red: 0.5, yellow: 0.8, green: 0.95 };
const ASSUMED: Basis = { kind: "assumed", rates: RATES, withheld: "" };
const renewal = (accountId: number, more: Partial<Renewal> = {}): Renewal => ({
  ...{ accountId, arrCents: 100_000, decideBy: "2026-12-15", health: 90, tone: 3 },
  ...{ thenHealth: 90, thenTone: 3, call: null, ...more },
});

test("retention reconciles: before less what was lost plus what was added is after, for any contracts", () => {
  const cents = fc.option(fc.integer({ min: 0, max: 1e9 }));
  fc.assert(
    fc.property(fc.array(fc.record({ beforeCents: cents, afterCents: cents })), (contracts) => {
      const found = retentionOf(contracts);
      expect(found.beforeCents - found.lostCents + found.expandedCents).toBe(found.afterCents);
      expect(found.n + found.withoutAmounts).toBe(contracts.length);
      if (found.grr !== null && found.nrr !== null) expect(found.grr).toBeLessThanOrEqual(Math.min(1, found.nrr));
    }),
  );
});

test("the simulated interval holds what came in about nine of ten months", () => {
  const next = seeded(9);
  let held = 0;
  for (let month = 0; month < 300; month++) {
    const stakes = Array.from({ length: 40 }, () => {
      const chance = 0.5 + 0.5 * next();
      return { arrCents: 1000 + Math.floor(9000 * next()), chance: { chance, low: chance, high: chance } };
    });
    const { lowCents, highCents } = moneyAhead(stakes, { draws: 400, random: seeded(month) });
    const came = stakes.reduce((sum, { arrCents, chance }) => sum + (next() < chance.chance ? arrCents : 0), 0);
    if (lowCents <= came && came <= highCents) held++;
  }
  expect(held / 300).toBeGreaterThan(0.85);
  expect(held / 300).toBeLessThan(0.96);
});

test("uncertain chances widen the interval, and the same data give the same one", () => {
  const of = (low: number, high: number) =>
    moneyAhead(
      Array.from({ length: 200 }, () => ({ arrCents: 100, chance: { chance: 0.8, low, high } })),
      { draws: 1000, random: seeded(4) },
    );
  const [sure, unsure] = [of(0.8, 0.8), of(0.6, 0.92)];
  expect(unsure.highCents - unsure.lowCents).toBeGreaterThan(1.5 * (sure.highCents - sure.lowCents));
  expect(of(0.6, 0.92)).toEqual(unsure);
});

test("a loss counts with what past losses kept: in the expected sum, and in the draws around it", () => {
  const past = [
    ...Array.from({ length: 6 }, () => ({ kind: "churned", beforeCents: 100, afterCents: 0 })),
    ...Array.from({ length: 4 }, () => ({ kind: "downsold", beforeCents: 100, afterCents: 75 })),
    { kind: "downsold", beforeCents: null, afterCents: 75 },
    { kind: "renewed", beforeCents: 100, afterCents: 100 },
  ];
  const kept = lossKept(past);
  expect(kept).toMatchObject({ n: 10, downsold: 4, mean: 0.3 });
  expect(lossKept(past.slice(1))).toBeNull();
  const stakes = Array.from({ length: 50 }, () => ({ arrCents: 1000, chance: { chance: 0.6, low: 0.6, high: 0.6 } }));
  const found = moneyAhead(stakes, { draws: 2000, random: seeded(3), kept });
  expect(found.expectedCents).toBe(50 * 1000 * (0.6 + 0.4 * 0.3));
  expect(found.lowCents).toBeLessThan(found.expectedCents);
  expect(found.highCents).toBeGreaterThan(found.expectedCents);
  expect((found.lowCents + found.highCents) / 2 / found.expectedCents).toBeCloseTo(1, 1);
  const whole = moneyAhead(stakes, { draws: 2000, random: seeded(3) });
  expect(whole.expectedCents).toBe(50 * 1000 * 0.6);
  expect(forecastOf([renewal(1)], ASSUMED, "2026-11-30", kept).whole.money?.expectedCents).toBe(95_000);
});

test("months add up to the year, each renewal counted once and under one call", () => {
  const rows = [
    renewal(1, { call: "commit" }),
    renewal(2, { decideBy: "2027-03-01", tone: 1, health: 20, call: "lost" }),
    renewal(3, { arrCents: null }),
    renewal(4, { tone: 0, health: null, thenTone: 0, thenHealth: null, decideBy: "2026-11-05" }),
  ];
  const { months, whole } = forecastOf(rows, ASSUMED, "2026-11-30");
  expect(months).toHaveLength(12);
  expect(months.reduce((sum, { n }) => sum + n, 0)).toBe(whole.n);
  expect(months.reduce((sum, { money }) => sum + (money?.expectedCents ?? 0), 0)).toBe(whole.money?.expectedCents);
  expect(whole).toMatchObject({ n: 4, arrCents: 300_000, withoutRate: 1, withoutBand: 1 });
  expect(whole.money?.expectedCents).toBe(95_000 + 50_000);
  expect([...CALLS, "none" as const].reduce((sum, call) => sum + whole.called[call].n, 0)).toBe(4);
});

test("what a week changed is told in money by the same chances, and sums over who moved it", () => {
  const rows = [
    renewal(1, { thenTone: 1, thenHealth: 30 }),
    renewal(2),
    renewal(3, { tone: 2, health: 60 }),
    renewal(4, { thenTone: 0, thenHealth: null }),
  ];
  const { week } = forecastOf(rows, ASSUMED, "2026-11-30");
  expect(week.movers).toEqual([
    { accountId: 1, changeCents: 45_000 },
    { accountId: 3, changeCents: -15_000 },
  ]);
  expect(week).toMatchObject({ n: 3, changeCents: 30_000, withoutThen: 1 });
});

test("chances come from outcomes where these are enough, else from finance, and say why not", () => {
  const past = Array.from({ length: 40 }, (_, i) => ({ health: 20 + i * 2, healthTone: 2, bad: i < 14 || i === 30 }));
  expect(basisOf(past, RATES)).toMatchObject({ kind: "calibrated", calibration: { n: 40, bad: 15 } });
  expect(basisOf(past.slice(0, 20), RATES)).toMatchObject({
    kind: "assumed",
    withheld: expect.stringContaining("20 d"),
  });
  expect(basisOf([], null)).toMatchObject({ kind: "none", withheld: expect.stringContaining("30 are needed") });
});

test("calls are right where commit and best case renewed and the others did not", () => {
  const record = callRecord([
    { call: "commit", bad: false },
    { call: "commit", bad: true },
    { call: "lost", bad: true },
  ]);
  expect(record.right).toMatchObject({ hits: 2, n: 3 });
  expect(record.rows.map(({ renewed }) => renewed?.n ?? 0)).toEqual([2, 0, 0, 1]);
});
