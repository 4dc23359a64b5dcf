/** A whole total shared out in proportion to parts that are 0 or more, in whole pieces that sum to it: the largest remainders get
 * what rounding down left, the first at a tie. All 0: all get 0. Throws on negative parts. Source: Hamilton's method.
 * @example shareOut([1, 1, 1], 100) // → [34, 33, 33]
 * @example shareOut([0, 0], 100) // → [0, 0] */
export function shareOut(parts: readonly number[], total: number): number[] {
  if (!parts.every((part) => part >= 0 && part < Infinity))
    throw new RangeError("shareOut requires parts of 0 or more");
  const sum = parts.reduce((all, part) => all + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / sum) * total);
  const shares = exact.map(Math.floor);
  const left = Math.round(total - shares.reduce((all, share) => all + share, 0));
  const byRemainder = exact.map((_, i) => i).sort((a, b) => remainder(exact, b) - remainder(exact, a) || a - b);
  for (const i of byRemainder.slice(0, left)) shares[i] = (shares[i] as number) + 1;
  return shares;
}

function remainder(exact: readonly number[], i: number): number {
  const value = exact[i] as number;
  return value - Math.floor(value);
}
