import { countedByRisk, type RiskCount } from "./counted-by-risk";
import { isotonicOf, type RisingCurve } from "./isotonic";

/** The 90% quantile of 𝔻, the limit of the likelihood ratio of a rising curve at a point (Banerjee & Wellner 2005, table 2). */
const D90 = 1.60246;

/** What a rising curve may be at a risk, at 90%: all rates that, held there, cost no more than the quantile in twice the log
 * likelihood. It needs no width to smooth over and stays within 0–1. Null of no cases.
 * Source: Banerjee & Wellner 2001, Annals of Statistics 29. */
export function risingInterval(
  risks: readonly number[],
  bad: readonly boolean[],
  at: number,
): { rate: number; low: number; high: number } | null {
  const counts = countedByRisk(risks, bad);
  const curve = fitOf(counts);
  if (!curve) return null;
  const all = levelsOf(curve, counts);
  const sideOf = (some: RiskCount[]) => {
    const side = fitOf(some);
    return side ? levelsOf(side, some) : [];
  };
  const left = sideOf(counts.filter(({ risk }) => risk <= at));
  const right = sideOf(counts.filter(({ risk }) => risk > at));
  const best = all.reduce((sum, level) => sum + costOf(level, level.rate), 0);
  const isAllowed = (rate: number) => {
    let cost = 0;
    for (const level of left) cost += costOf(level, Math.min(rate, level.rate));
    for (const level of right) cost += costOf(level, Math.max(rate, level.rate));
    return 2 * (cost - best) <= D90;
  };
  const here = rateWithin(curve, at);
  const edge = (end: number) => {
    let [inner, outer] = [here, end];
    if (isAllowed(end)) return end;
    for (let halving = 0; halving < 40; halving++) {
      const middle = (inner + outer) / 2;
      if (isAllowed(middle)) inner = middle;
      else outer = middle;
    }
    return inner;
  };
  return { rate: here, low: edge(0), high: edge(1) };
}

/** Cases that a fit puts on one level. */
type Level = { rate: number; bad: number; good: number };

function levelsOf(curve: RisingCurve, counts: readonly RiskCount[]): Level[] {
  const levels = new Map<number, Level>();
  for (const { risk, n, bads } of counts) {
    const rate = rateWithin(curve, risk);
    const level = levels.get(rate) ?? { rate, bad: 0, good: 0 };
    level.bad += bads;
    level.good += n - bads;
    levels.set(rate, level);
  }
  return [...levels.values()];
}

function fitOf(counts: readonly RiskCount[]): RisingCurve | null {
  return isotonicOf(
    counts.map(({ risk }) => risk),
    counts.map(({ n, bads }) => bads / n),
    counts.map(({ n }) => n),
  );
}

/** What a level costs in log likelihood if its rate is this one; none of a kind costs nothing. */
function costOf({ bad, good }: Level, rate: number): number {
  return (bad > 0 ? -bad * Math.log(rate) : 0) + (good > 0 ? -good * Math.log(1 - rate) : 0);
}

/** The rate of the last knot at or before x: the fit itself, without the slope between knots. */
function rateWithin({ x, y }: RisingCurve, at: number): number {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return y[Math.max(0, low - 1)] as number;
}
