/** How the readings of a measure lie over accounts. `quantiles` are 21 values from the least to the most, every 5%. */
export type Spread =
  | {
      kind: "numbers";
      n: number;
      missing: number;
      none: number;
      from: number;
      to: number;
      counts: number[];
      quantiles: number[];
    }
  | { kind: "levels"; n: number; missing: number; none: number; levels: { name: string; count: number }[] };

const BINS = 24;

/** Readings as a histogram of 24 equal bins between their 1st and 99th percentile, what lies beyond counted at the ends; absent
 * ones counted apart. Levels are counted by name. n counts the present readings.
 * @example spreadOf(Float64Array.of(0, 1, 1, NaN)).counts.at(-1) // → 2
 * @example spreadOf(Float64Array.of(1, 1, 0), ["no", "yes"]).levels // → [{ name: "no", count: 1 }, { name: "yes", count: 2 }] */
export function spreadOf(readings: Float64Array, levels: readonly string[] | null = null): Spread {
  const present = readings.filter(Number.isFinite).sort();
  const missing = readings.reduce((count, reading) => count + (Number.isNaN(reading) ? 1 : 0), 0);
  const absent = { n: present.length, missing, none: readings.length - present.length - missing };
  if (levels) {
    const counts = levels.map((name, i) => ({ name, count: present.reduce((n, at) => n + (at === i ? 1 : 0), 0) }));
    return { kind: "levels", ...absent, levels: counts };
  }
  const quantiles = present.length === 0 ? [] : Array.from({ length: 21 }, (_, i) => quantileOf(present, i / 20));
  const [from, to] = present.length === 0 ? [0, 1] : rangeOf(present);
  const counts = new Array<number>(BINS).fill(0);
  for (const value of present) counts[binOf(value, from, to)] = (counts[binOf(value, from, to)] ?? 0) + 1;
  return { kind: "numbers", ...absent, from, to, counts, quantiles };
}

/** The value below which a share of sorted numbers lies, between neighbours in a straight line.
 * @example quantileOf(Float64Array.of(0, 10), 0.25) // → 2.5 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low + (high - low) * (at - Math.floor(at));
}

function binOf(value: number, from: number, to: number): number {
  const at = Math.floor(((value - from) / (to - from)) * BINS);
  return Math.max(0, Math.min(BINS - 1, at));
}

function rangeOf(sorted: Float64Array): [number, number] {
  const [from, to] = [quantileOf(sorted, 0.01), quantileOf(sorted, 0.99)];
  if (to > from) return [from, to];
  const [least, most] = [sorted[0] as number, sorted.at(-1) as number];
  return most > least ? [least, most] : [least - 0.5, least + 0.5];
}
