import type { Day } from "@/lib/core/calendar";
import { type Auc, type AucDifference, aucOf, compareAucs } from "./auc";
import { byFolds } from "./by-folds";
import { type LogisticWarning, logisticChance, logisticOf, logisticPath } from "./logistic";
import { shareOut } from "./share-out";

export const FEWEST_BAD_A_MEASURE = 10;
export const FEWEST_LATER = 10;

/** A past decision: the points (0–100, higher is better) of each measure before it, null where it had no reading. */
export type WeightCase = { decidedOn: Day; bad: boolean; points: readonly (number | null)[] };
export type PresentWeight = { key: string; weight: number };

export type SuggestedWeights =
  | { kind: "refused"; reason: string; n: number; bad: number; badNeeded: number }
  | {
      kind: "checked";
      /** Sum 100 each; the suggested ones in tenths. */
      weights: { key: string; present: number; suggested: number }[];
      /** Cases fitted to, and the later ones that the weights were checked on. */
      earlier: { n: number; bad: number; until: Day };
      later: { n: number; bad: number; from: Day };
      /** On the later cases alone: suggested weights against the present ones. */
      check: AucDifference;
      suggested: Auc;
      isSuggested: boolean;
      reason: string;
      lambda: number;
      warnings: LogisticWarning[];
    };

const LAMBDAS = [1, 10, 100];

/** Weights that past outcomes speak for: a non-negative L2 logistic regression of "renewed" on standardised points, fitted to the
 * earlier two thirds of decisions (λ chosen within them, on folds left out) and checked on the later third against the present
 * weights by DeLong's paired test. Suggested only where the later part ranks better beyond chance, and better than chance itself.
 * A missing reading counts as the measure's mean in the fit and is left out of the scores. Refused, in words, below 10 bad
 * outcomes a measure or 10 of either kind in the later part. Throws on points not as many as measures.
 * Source: Peduzzi et al. 1996 on outcomes a measure; DeLong, DeLong & Clarke-Pearson 1988.
 * @example suggestWeights([{ key: "usage", weight: 100 }], []).kind // → "refused" */
export function suggestWeights(measures: readonly PresentWeight[], cases: readonly WeightCase[]): SuggestedWeights {
  if (measures.length === 0) throw new RangeError("suggestWeights requires at least one measure");
  if (!cases.every(({ points }) => points.length === measures.length))
    throw new RangeError("suggestWeights requires as many points as measures in every case");
  const sorted = cases.toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0));
  const badNeeded = FEWEST_BAD_A_MEASURE * measures.length;
  const all = countOf(sorted);
  const refused = (reason: string) => ({ kind: "refused" as const, reason, ...all, badNeeded });
  if (all.bad < badNeeded)
    return refused(
      `${all.bad} bad outcomes for ${measures.length} measures: weights need ${FEWEST_BAD_A_MEASURE} a measure, ${badNeeded} in all, ${badNeeded - all.bad} more.`,
    );
  // Decisions of one day are on one side, so that "later" means later.
  const until = sorted[Math.floor((sorted.length * 2) / 3) - 1]?.decidedOn as Day;
  const earlier = sorted.filter(({ decidedOn }) => decidedOn <= until);
  const later = sorted.slice(earlier.length);
  const { n, bad } = countOf(later);
  if (Math.min(bad, n - bad) < FEWEST_LATER)
    return refused(
      `The later third, after ${until}, has ${bad} bad and ${n - bad} good outcomes: ${FEWEST_LATER} of each are needed to check weights.`,
    );
  const filled = filledRows(earlier, measures.length);
  const renewed = earlier.map((one) => !one.bad);
  const lambda = bestLambda(filled, renewed);
  const fit = lambda && logisticOf(filled, renewed, { lambda, nonNegative: true });
  if (!lambda || !fit) return refused(`The earlier two thirds, until ${until}, have outcomes of one kind only.`);
  if (fit.coefficients.every((value) => value <= 0))
    return refused("No measure speaks for renewal in the earlier two thirds: there is nothing to weigh.");
  const proposed = shareOut(fit.coefficients, 1000).map((tenths) => tenths / 10);
  const present = shareOut(
    measures.map(({ weight }) => weight),
    1000,
  ).map((tenths) => tenths / 10);
  const risks = (weights: readonly number[]) => later.map(({ points }) => -scoreOf(points, weights));
  const outcomes = later.map((one) => one.bad);
  const check = compareAucs(risks(proposed), risks(present), outcomes) as AucDifference;
  const suggested = aucOf(risks(proposed), outcomes) as Auc;
  const isSuggested = check.low > 0 && suggested.low > 0.5;
  return {
    kind: "checked",
    weights: measures.map(({ key }, j) => ({ key, present: present[j] as number, suggested: proposed[j] as number })),
    earlier: { ...countOf(earlier), until },
    later: { n, bad, from: later[0]?.decidedOn as Day },
    ...{ check, suggested, isSuggested, lambda, warnings: fit.warnings },
    reason: isSuggested
      ? "On later decisions, not fitted to, these weights rank better than the present ones, beyond chance."
      : suggested.low <= 0.5
        ? "On later decisions these weights rank no better than chance: nothing is suggested."
        : "On later decisions these weights do not rank better than the present ones beyond chance: nothing is suggested.",
  };
}

function countOf(cases: readonly WeightCase[]): { n: number; bad: number } {
  return { n: cases.length, bad: cases.filter(({ bad }) => bad).length };
}

/** The weighted mean of the points that are there; 50 where none is. */
function scoreOf(points: readonly (number | null)[], weights: readonly number[]): number {
  let [sum, total] = [0, 0];
  for (const [j, value] of points.entries()) {
    if (value === null) continue;
    sum += value * (weights[j] as number);
    total += weights[j] as number;
  }
  return total === 0 ? 50 : sum / total;
}

function filledRows(cases: readonly WeightCase[], width: number): number[][] {
  const means = Array.from({ length: width }, (_, j) => {
    const there = cases.flatMap(({ points }) => (points[j] === null ? [] : [points[j] as number]));
    return there.length === 0 ? 50 : there.reduce((sum, value) => sum + value, 0) / there.length;
  });
  return cases.map(({ points }) => points.map((value, j) => value ?? (means[j] as number)));
}

/** The λ whose fits cost least log loss on folds left out; null where a fold's others are of one kind. */
function bestLambda(rows: readonly (readonly number[])[], is: readonly boolean[]): number | null {
  const places = rows.map((_, i) => i);
  const chances = byFolds(places, is, (others, outcomes) => {
    const curves = logisticPath(
      others.map((i) => rows[i] as readonly number[]),
      outcomes,
      LAMBDAS,
    );
    return curves && ((i) => curves.map((curve) => logisticChance(curve, rows[i] as readonly number[])));
  });
  if (!chances) return null;
  const losses = LAMBDAS.map((_, k) =>
    chances.reduce((sum, said, i) => sum - Math.log(is[i] ? (said[k] as number) : 1 - (said[k] as number)), 0),
  );
  return LAMBDAS[losses.indexOf(Math.min(...losses))] ?? null;
}
