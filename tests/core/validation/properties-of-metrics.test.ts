import fc from "fast-check";
import { expect, test } from "vitest";
import { randomOf } from "@/db/demo/prng";
import { aucOf } from "@/lib/core/validation/auc";
import { brierOf } from "@/lib/core/validation/brier";
import { isotonicOf } from "@/lib/core/validation/isotonic";
import { liftOf } from "@/lib/core/validation/lift";
import { logLossOf } from "@/lib/core/validation/log-loss";
import { logisticOf, logisticPath } from "@/lib/core/validation/logistic";
import { permutationTest } from "@/lib/core/validation/permutation";
import { prAucOf } from "@/lib/core/validation/pr-auc";
import { eceOf, reliabilityBins } from "@/lib/core/validation/reliability";
import { rocPoints } from "@/lib/core/validation/roc";

const book = fc
  .array(fc.record({ risk: fc.integer({ min: 0, max: 12 }), bad: fc.boolean() }), { minLength: 2, maxLength: 40 })
  .filter((cases) => cases.some(({ bad }) => bad) && cases.some(({ bad }) => !bad))
  .map((cases) => ({ risks: cases.map(({ risk }) => risk / 12), bad: cases.map(({ bad }) => bad) }));

test("of one class only no figure is given, and of nothing neither", () => {
  for (const bad of [[true, true], [false, false], []]) {
    const risks = bad.map((_, i) => i / 2);
    for (const figure of [rocPoints, prAucOf, brierOf, logLossOf, liftOf]) expect(figure(risks, bad)).toBeNull();
    expect(
      logisticOf(
        risks.map((risk) => [risk]),
        bad,
        { lambda: 1 },
      ),
    ).toBeNull();
    expect(permutationTest(risks, bad, { shuffles: 9, random: () => 0.5 })).toBeNull();
  }
});

test("the area under the ROC points is the AUC, and the order of cases changes nothing", () => {
  fc.assert(
    fc.property(book, ({ risks, bad }) => {
      const points = rocPoints(risks, bad) ?? [];
      let area = 0;
      for (const [i, point] of points.entries()) {
        const before = points[i - 1];
        if (before) area += ((point.caught + before.caught) / 2) * (point.wronglyNamed - before.wronglyNamed);
      }
      expect(area).toBeCloseTo(aucOf(risks, bad)?.auc ?? Number.NaN, 10);
      const turned = [risks.toReversed(), bad.toReversed()] as const;
      expect(prAucOf(...turned)).toBeCloseTo(prAucOf(risks, bad) as number, 10);
      expect(liftOf(...turned)).toEqual(liftOf(risks, bad));
    }),
  );
});

test("the parts of the Brier score sum to it, and lifts average 1", () => {
  fc.assert(
    fc.property(book, fc.integer({ min: 1, max: 12 }), ({ risks, bad }, count) => {
      for (const binning of ["equal count", "equal width"] as const) {
        const brier = brierOf(risks, bad, binning, count);
        if (!brier) throw new Error("both classes are there");
        expect(brier.reliability - brier.resolution + brier.uncertainty + brier.withinBins).toBeCloseTo(
          brier.brier,
          12,
        );
        const bins = reliabilityBins(risks, bad, binning, count);
        expect(bins.reduce((sum, { came }) => sum + came.n, 0)).toBe(bad.length);
        expect(eceOf(risks, bad, binning, count)).toBeLessThanOrEqual(1);
      }
      const parts = liftOf(risks, bad, count) ?? [];
      expect(parts.reduce((sum, { lift }) => sum + lift, 0) / count).toBeCloseTo(1, 10);
      expect(parts.at(-1)?.caught).toBeCloseTo(1, 10);
    }),
  );
});

test("where a bin has one probability nothing is hidden within bins", () => {
  expect(brierOf([0.2, 0.2, 0.9, 0.9], [false, true, true, true], "equal width", 10)?.withinBins).toBeCloseTo(0, 12);
});

test("a pooled curve never falls and keeps the mean", () => {
  fc.assert(
    fc.property(book, ({ risks, bad }) => {
      const curve = isotonicOf(
        risks,
        bad.map((isBad) => (isBad ? 1 : 0)),
      );
      for (const [i, y] of (curve?.y ?? []).entries()) expect(y).toBeGreaterThanOrEqual(curve?.y[i - 1] ?? 0);
    }),
  );
});

test("shuffled outcomes are as good as noise in about one book in twenty, and a clear ranking hardly ever", () => {
  const { next } = randomOf(3);
  let below = 0;
  for (let made = 0; made < 400; made++) {
    const risks = Array.from({ length: 30 }, () => Math.floor(next() * 6));
    const found = permutationTest(
      risks,
      risks.map((_, i) => i % 3 === 0),
      { shuffles: 199, random: next },
    );
    if (found && found.p <= 0.05) below++;
  }
  expect(below).toBeGreaterThanOrEqual(8);
  expect(below).toBeLessThanOrEqual(34);
  const clear = Array.from({ length: 30 }, (_, i) => i);
  expect(
    permutationTest(
      clear,
      clear.map((i) => i >= 20),
      { shuffles: 999, random: next },
    )?.p,
  ).toBe(0.001);
});

test("a path of λ finds at each what that λ alone finds, coefficients at 0 included", () => {
  const random = randomOf(5);
  const rows = Array.from({ length: 300 }, () => Array.from({ length: 4 }, () => 100 * random.next()));
  const is = rows.map(([first = 0, , third = 0]) => random.chance(first > 60 ? 0.8 : third > 70 ? 0.2 : 0.5));
  const lambdas = [0.1, 1, 10, 100];
  const path = logisticPath(rows, is, lambdas) ?? [];
  expect(path).toHaveLength(4);
  for (const [k, lambda] of lambdas.entries()) {
    const alone = logisticOf(rows, is, { lambda, nonNegative: true });
    expect(path[k]?.intercept).toBeCloseTo(alone?.intercept ?? Number.NaN, 9);
    for (const [j, value] of (alone?.coefficients ?? []).entries())
      expect(path[k]?.coefficients[j]).toBeCloseTo(value, 9);
    expect(path[k]?.coefficients.some((value) => value === 0)).toBe(true);
  }
});

test("logistic regression names constant, duplicate and separating columns, and stays finite", () => {
  const rows = Array.from({ length: 20 }, (_, i) => [i, 7, -i]);
  const found = logisticOf(
    rows,
    rows.map((_, i) => i >= 10),
    { lambda: 1e-4 },
  );
  expect(found?.warnings).toEqual([
    { kind: "constant", column: 1 },
    { kind: "duplicate", column: 2, of: 0 },
    { kind: "separable" },
  ]);
  expect(found?.coefficients[1]).toBe(0);
  for (const value of found?.coefficients ?? []) expect(Math.abs(value)).toBeLessThan(100);
  expect(found?.coefficients[0]).toBeCloseTo(-(found?.coefficients[2] ?? 0), 6);
});
