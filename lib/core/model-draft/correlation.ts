/** Two measures whose values go together. */
export type Correlation = { a: string; b: string; r: number; n: number };

/** Fewer accounts than this say nothing about how two measures go together. */
const LEAST = 20;

/** Pearson's r of two columns over the accounts where both are present, with their number; null below 20 of them, or where
 * either does not vary. Source: K. Pearson 1895.
 * @example correlationOf(Float64Array.of(1, 2), Float64Array.of(1, 2)) // → null */
export function correlationOf(a: Float64Array, b: Float64Array): { r: number; n: number } | null {
  let n = 0;
  let [meanA, meanB, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    n++;
    const [dx, dy] = [x - meanA, y - meanB];
    meanA += dx / n;
    meanB += dy / n;
    aa += dx * (x - meanA);
    bb += dy * (y - meanB);
    ab += dx * (y - meanB);
  }
  if (n < LEAST || !(aa > 0) || !(bb > 0)) return null;
  return { r: Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb))), n };
}

/** The pairs of columns whose |r| is above a bound, strongest first. */
export function correlatedPairs(columns: ReadonlyMap<string, Float64Array>, above: number): Correlation[] {
  const keys = [...columns.keys()];
  const pairs = keys.flatMap((a, i) =>
    keys.slice(i + 1).flatMap((b): Correlation[] => {
      const found = correlationOf(columns.get(a) as Float64Array, columns.get(b) as Float64Array);
      return found && Math.abs(found.r) > above ? [{ a, b, ...found }] : [];
    }),
  );
  return pairs.sort((x, y) => Math.abs(y.r) - Math.abs(x.r));
}
