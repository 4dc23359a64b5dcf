import { isotonicOf, type RisingCurve } from "./isotonic";

/** The 90 % quantile of 𝔻, the limit of the likelihood ratio of a rising curve at a point (Banerjee & Wellner 2005, table 2). */
const D90 = 1.60246;

/** What a rising curve may be at a risk, at 90 %: all rates that, held there, cost no more than the quantile in twice the log
 * likelihood. It needs no width to smooth over and stays within 0–1. Null of no cases.
 * Source: Banerjee & Wellner 2001, Annals of Statistics 29. */
export function risingInterval(
  risks: readonly number[],
  bad: readonly boolean[],
  at: number,
): { rate: number; low: number; high: number } | null {
  const values = bad.map((isBad) => (isBad ? 1 : 0));
  const curve = isotonicOf(risks, values);
  if (!curve) return null;
  const free = fittedTo(curve, risks);
  const sideOf = (isLeft: boolean) => {
    const on = risks.flatMap((risk, i) => (risk <= at === isLeft ? [i] : []));
    const some = on.map((i) => risks[i] as number);
    const side = isotonicOf(
      some,
      on.map((i) => values[i] as number),
    );
    return { on, fitted: side ? fittedTo(side, some) : [] };
  };
  const [left, right] = [sideOf(true), sideOf(false)];
  const costOf = (i: number, rate: number) => -Math.log(bad[i] ? rate : 1 - rate);
  const best = free.reduce((sum, rate, i) => sum + costOf(i, rate), 0);
  const isAllowed = (rate: number) => {
    let cost = 0;
    for (const [k, i] of left.on.entries()) cost += costOf(i, Math.min(rate, left.fitted[k] as number));
    for (const [k, i] of right.on.entries()) cost += costOf(i, Math.max(rate, right.fitted[k] as number));
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

/** The rate of the last knot at or before x: the fit itself, without the slope between knots. */
function rateWithin({ x, y }: RisingCurve, at: number): number {
  return y[
    Math.max(
      0,
      x.findLastIndex((knot) => knot <= at),
    )
  ] as number;
}

function fittedTo(curve: RisingCurve, risks: readonly number[]): number[] {
  return risks.map((risk) => rateWithin(curve, risk));
}
