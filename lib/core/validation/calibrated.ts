import { type Brier, brierOf } from "./brier";
import { byFolds } from "./by-folds";
import { chanceAt, plattOf } from "./platt";
import { gapOf, type ReliabilityBin, reliabilityBins } from "./reliability";

export type Calibrated = { n: number; brier: Brier; gap: number; bins: ReliabilityBin[]; chances: number[] };

const MANY = 300;
const FEWEST_OF_EACH = 10;

/** How calibrated probabilities of a bad outcome compare with what came: each made from the other folds, never from its own case.
 * Five bins of equal count, ten from 300 cases on. Null below 10 of either class. */
export function calibratedOf(risks: readonly number[], bad: readonly boolean[]): Calibrated | null {
  const bads = bad.filter(Boolean).length;
  if (Math.min(bads, bad.length - bads) < FEWEST_OF_EACH) return null;
  const chances = byFolds(risks, bad, (...others) => {
    const curve = plattOf(...others);
    return curve && ((risk) => chanceAt(curve, risk));
  });
  const bins = risks.length >= MANY ? 10 : 5;
  const brier = chances && brierOf(chances, bad, "equal count", bins);
  if (!chances || !brier) return null;
  const binned = reliabilityBins(chances, bad, "equal count", bins);
  return { n: risks.length, brier, chances, gap: gapOf(binned) as number, bins: binned };
}
