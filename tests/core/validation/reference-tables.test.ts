import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { aucOf, compareAucs } from "@/lib/core/validation/auc";
import { brierOf } from "@/lib/core/validation/brier";
import { confusionOf } from "@/lib/core/validation/confusion";
import { heightAt, isotonicOf } from "@/lib/core/validation/isotonic";
import { kaplanMeier } from "@/lib/core/validation/kaplan-meier";
import { logLossOf } from "@/lib/core/validation/log-loss";
import { logRank } from "@/lib/core/validation/log-rank";
import { logisticOf } from "@/lib/core/validation/logistic";
import { plattOf } from "@/lib/core/validation/platt";
import { prAucOf } from "@/lib/core/validation/pr-auc";
import { reliabilityBins } from "@/lib/core/validation/reliability";
import { rocPoints } from "@/lib/core/validation/roc";
import type { Confusions, Fits, Probabilities, Rankings, Survivals } from "./reference-shapes";

/* The tables are written by tests/core/reference/validation/tables.py, which names the programs, their versions and the calls:
 * scikit-learn 1.2.1, statsmodels 0.13.5, R 4.2.2 with pROC 1.18.0 and survival 3.5-3. */
const read = <Table>(name: string): Table =>
  JSON.parse(readFileSync(`tests/core/reference/validation/${name}.json`, "utf8"));
const rankings = read<Rankings>("ranking");
const { cases: probabilities, certain } = read<Probabilities>("probabilities");
const survivals = read<Survivals>("survival");
const fits = read<Fits>("logistic");
const outcomes = (numbers: readonly number[]) => numbers.map((number) => number === 1);

/** Within 1e-9, relative above 1. */
function expectNear(ours: number | null | undefined, theirs: number, within = 1e-9): void {
  if (typeof ours !== "number") throw new Error(`${ours} where the reference has ${theirs}`);
  expect(Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs))).toBeLessThan(within);
}

describe("ranking agrees with scikit-learn and pROC", () => {
  test.each(rankings)("$name", ({ risks, bad: numbers, ...table }) => {
    const bad = outcomes(numbers);
    expectNear(aucOf(risks, bad)?.auc, table.auc);
    expectNear(prAucOf(risks, bad), table.averagePrecision);
    const [low, , high] = table.pROC;
    if (low !== null && high !== null) {
      expectNear(aucOf(risks, bad)?.low, low);
      expectNear(aucOf(risks, bad)?.high, high);
    }
    if (table.paired.p !== null) expectNear(compareAucs(risks, table.other, bad)?.p, table.paired.p);
    if (table.roc) {
      const points = rocPoints(risks, bad) ?? [];
      expect(points.map(({ caught }) => caught)).toEqual(table.roc.caught);
      expect(points.map(({ wronglyNamed }) => wronglyNamed)).toEqual(table.roc.wronglyNamed);
      expect(points.slice(1).map(({ atLeast }) => atLeast)).toEqual(table.roc.cuts);
    }
    expectConfusion(risks, bad, table.confusion);
  });
});

/** scikit-learn gives 0 where a denominator is empty: there we say null. */
function expectConfusion(risks: readonly number[], bad: readonly boolean[], theirs: Confusions): void {
  const ours = confusionOf(
    risks.map((risk) => risk >= theirs.cut),
    bad,
  );
  expect([ours.tp, ours.fp, ours.fn, ours.tn]).toEqual(theirs.counts);
  for (const key of ["accuracy", "precision", "recall", "specificity", "f1", "balancedAccuracy"] as const)
    if (ours[key] !== null) expectNear(ours[key], theirs[key]);
}

describe("probabilities agree with scikit-learn and statsmodels", () => {
  test.each(probabilities)("$name", ({ risks, bad: numbers, said, ...table }) => {
    const bad = outcomes(numbers);
    expectNear(brierOf(said, bad)?.brier, table.brier);
    expectNear(logLossOf(said, bad), table.logLoss);
    for (const binning of ["equal count", "equal width"] as const) {
      const bins = reliabilityBins(said, bad, binning, 5);
      expect(bins).toHaveLength(table.bins[binning].came.length);
      for (const [i, bin] of bins.entries()) {
        expectNear(bin.came.share, table.bins[binning].came[i] as number);
        expectNear(bin.said, table.bins[binning].said[i] as number);
      }
    }
    const plain = isotonicOf(risks, numbers);
    const weights = risks.map((_, i) => 1 + (i % 3));
    const weighted = isotonicOf(risks, numbers, weights);
    for (const [i, at] of table.isotonic.at.entries()) {
      expectNear(plain && heightAt(plain, at), table.isotonic.plain[i] as number);
      expectNear(weighted && heightAt(weighted, at), table.isotonic.weighted[i] as number);
    }
    const platt = plattOf(risks, bad);
    expectNear(platt?.slope, table.platt.slope, 1e-6);
    expectNear(platt?.intercept, table.platt.intercept, 1e-6);
  });

  test("certain but wrong costs 36 nats, as scikit-learn holds it", () => {
    expectNear(logLossOf(certain.said, outcomes(certain.bad)), certain.logLoss);
  });
});

describe("time to churn agrees with R's survival and statsmodels", () => {
  test.each(survivals)("$name", ({ days, churned, group, statsmodels, R }) => {
    const watched = days.map((day, i) => ({ days: day, churned: churned[i] === 1 }));
    const steps = kaplanMeier(watched);
    expect(steps.map(({ day }) => day)).toEqual(R.days);
    for (const [i, step] of steps.entries()) {
      const at = statsmodels.days.indexOf(step.day);
      expectNear(step.stayed, R.stayed[i] as number);
      expectNear(step.stayed, statsmodels.stayed[at] as number);
      if (R.low[i] !== null) {
        expectNear(step.low, R.low[i] as number);
        expectNear(step.high, R.high[i] as number);
        expectNear(step.error, statsmodels.error[at] ?? 0);
      } else expect([step.low, step.high]).toEqual([null, null]);
    }
    const groups = [...new Set(group)].map((one) => watched.filter((_, i) => group[i] === one));
    const tested = logRank(groups);
    expect(tested?.freedom).toBe(R.freedom);
    expectNear(tested?.chiSquare, R.chiSquare);
    expectNear(tested?.p, R.p);
    expectNear(tested?.chiSquare, statsmodels.chiSquare);
    for (const [i, { expected }] of (tested?.groups ?? []).entries()) expectNear(expected, R.expected[i] as number);
  });
});

describe("logistic regression agrees with scikit-learn", () => {
  test.each(fits.cases)("$name at λ $lambda", ({ name, lambda, intercept, coefficients, held }) => {
    const book = fits.books[name];
    if (!book) throw new Error(name);
    const rows = book.is.map((_, i) => book.columns.map((column) => column[i] as number));
    const found = logisticOf(rows, outcomes(book.is), { lambda });
    const heldBack = logisticOf(rows, outcomes(book.is), { lambda, nonNegative: true });
    expectNear(found?.standardIntercept, intercept, 1e-6);
    expectNear(heldBack?.standardIntercept, held.intercept, 1e-6);
    for (const [j, theirs] of coefficients.entries()) {
      expectNear(found?.standardCoefficients[j], theirs, 1e-6);
      expectNear(heldBack?.standardCoefficients[j], held.coefficients[j] as number, 1e-6);
    }
  });
});
