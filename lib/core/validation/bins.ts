export type Binning = "equal count" | "equal width";

/** The bin of each value, numbered from 0 in rising order without gaps; a value on an edge belongs to the bin below it, and equal
 * values share a bin. "equal width" cuts 0–1 evenly; "equal count" cuts at the quantiles (linear interpolation). Throws on values
 * outside 0–1. Source: the edges of scikit-learn's calibration_curve (strategy "uniform" and "quantile").
 * @example binsOf([0.1, 0.2, 0.8, 0.9], "equal count", 2) // → [0, 0, 1, 1]
 * @example binsOf([0.05, 0.5, 0.55], "equal width", 2) // → [0, 0, 1] */
export function binsOf(values: readonly number[], binning: Binning, count = 10): number[] {
  if (!values.every((value) => value >= 0 && value <= 1)) throw new RangeError("binsOf requires probabilities, 0–1");
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`binsOf requires at least one bin, got ${count}`);
  const inner = Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);
  const sorted = binning === "equal count" ? Float64Array.from(values).sort() : [];
  const edges = binning === "equal count" ? inner.map((share) => quantileOf(sorted, share)) : inner;
  const raw = values.map((value) => edgesBelow(edges, value));
  const used = [...new Set(raw)].sort((a, b) => a - b);
  const numbers = new Map(used.map((bin, number) => [bin, number]));
  return raw.map((bin) => numbers.get(bin) as number);
}

/** The quantile of sorted values, linear between neighbours; 0 of none.
 * @example quantileOf([10, 20], 0.5) // → 15 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

function edgesBelow(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
