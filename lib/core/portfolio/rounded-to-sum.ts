/** Values to a tenth that sum to a total of tenths (largest remainder): each is rounded down, and what is short goes to those
 * that lost most, one tenth each.
 * @example roundedToSum([0.26, 0.26, 0.26], 0.8) // → [0.3, 0.3, 0.2]
 * @example roundedToSum([-1.28, 0.12], -1.2) // → [-1.3, 0.1] */
export function roundedToSum(values: readonly number[], total: number): number[] {
  const exact = values.map((value) => Math.round(value * 1e7) / 1e6);
  const tenths = exact.map(Math.floor);
  const order = exact
    .map((_, i) => i)
    .sort(
      (a, b) => (exact[b] as number) - (tenths[b] as number) - ((exact[a] as number) - (tenths[a] as number)) || a - b,
    );
  const short = Math.round(total * 10) - tenths.reduce((sum, value) => sum + value, 0);
  for (let i = 0; i < Math.abs(short) && values.length > 0; i++) {
    const at = short > 0 ? i % values.length : values.length - 1 - (i % values.length);
    (tenths[order[at] as number] as number) += Math.sign(short);
  }
  return tenths.map((value) => (value === 0 ? 0 : value / 10));
}
