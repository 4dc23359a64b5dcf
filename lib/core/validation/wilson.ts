/** The 97.5% quantile of the normal distribution: two-sided 95%. */
export const Z95 = 1.959963984540054;

export type Share = { hits: number; n: number; share: number; low: number; high: number };

/** A share with its Wilson score interval at 95%: centre (p + z²/2n) / (1 + z²/n), half-width z√(p(1−p)/n + z²/4n²) / (1 + z²/n).
 * Null of nothing. Throws where the counts are no counts. Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17, method 3.
 * @example wilson(0, 10)?.low // → 0
 * @example wilson(0, 0) // → null */
export function wilson(hits: number, n: number, z = Z95): Share | null {
  if (!Number.isInteger(hits) || !Number.isInteger(n) || hits < 0 || hits > n)
    throw new RangeError(`wilson requires counts with hits ≤ n, got ${hits} of ${n}`);
  if (n === 0) return null;
  const share = hits / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    ...{ hits, n, share },
    low: hits === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: hits === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}
