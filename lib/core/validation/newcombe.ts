import { type Share, wilson } from "./wilson";

export type Difference = { difference: number; low: number; high: number };

/** The difference of two independent shares, first − second, with its 95% interval: the square-and-add of both Wilson intervals.
 * Null where either has nothing. Source: Newcombe 1998, Statistics in Medicine 17, 873–890, method 10.
 * @example newcombe({ hits: 56, n: 70 }, { hits: 48, n: 80 })?.low.toFixed(4) // → "0.0524" */
export function newcombe(first: { hits: number; n: number }, second: { hits: number; n: number }): Difference | null {
  const [a, b] = [wilson(first.hits, first.n), wilson(second.hits, second.n)];
  return a && b && squareAndAdd(a, b, 0);
}

/** Pairs by what came of them: both, only the first, only the second, neither. */
export type Pairs = { both: number; first: number; second: number; neither: number };

/** The difference of two paired shares, first − second, with its 95% interval: square-and-add less the correlation φ of the
 * pairs, whose numerator is drawn towards 0 by n/2 where it is positive. Null without pairs. Source: Newcombe 1998, Statistics in
 * Medicine 17, 2635–2650, method 10.
 * @example newcombePaired({ both: 20, first: 12, second: 2, neither: 16 })?.low.toFixed(4) // → "0.0562" */
export function newcombePaired({ both, first, second, neither }: Pairs): Difference | null {
  const n = both + first + second + neither;
  const [a, b] = [wilson(both + first, n), wilson(both + second, n)];
  if (!a || !b) return null;
  const product = both * neither - first * second;
  const corrected = product > n / 2 ? product - n / 2 : product > 0 ? 0 : product;
  const margins = (both + first) * (second + neither) * (both + second) * (first + neither);
  return squareAndAdd(a, b, margins === 0 ? 0 : corrected / Math.sqrt(margins));
}

function squareAndAdd(a: Share, b: Share, phi: number): Difference {
  const side = (up: number, down: number) => Math.sqrt(Math.max(0, up * up - 2 * phi * up * down + down * down));
  const difference = a.share - b.share;
  return {
    difference,
    low: difference - side(a.share - a.low, b.high - b.share),
    high: difference + side(a.high - a.share, b.share - b.low),
  };
}
