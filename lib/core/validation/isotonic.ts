/** A curve that never falls: straight between its knots, level beyond them. */
export type RisingCurve = { x: number[]; y: number[] };

/** The rising curve nearest to the points in squares, by pooling neighbours that fall (PAVA). Points of the same x are pooled
 * first to their weighted mean; only the ends of each level stretch are kept as knots. Null of no points. Throws on lists of
 * unlike lengths, on what is no number and on weights that are not positive.
 * Source: Ayer et al. 1955; as scikit-learn's IsotonicRegression(out_of_bounds="clip").
 * @example isotonicOf([1, 2, 3], [1, 3, 2]) // → { x: [1, 2, 3], y: [1, 2.5, 2.5] }
 * @example isotonicOf([], []) // → null */
export function isotonicOf(
  xs: readonly number[],
  ys: readonly number[],
  weights: readonly number[] = xs.map(() => 1),
): RisingCurve | null {
  if (xs.length !== ys.length || xs.length !== weights.length)
    throw new RangeError(`${xs.length} x for ${ys.length} y and ${weights.length} weights`);
  if (![...xs, ...ys].every(Number.isFinite) || !weights.every((weight) => weight > 0 && weight < Infinity))
    throw new RangeError("isotonicOf requires finite points and positive weights");
  if (xs.length === 0) return null;
  const points = pooledByX(xs, ys, weights);
  const blocks: { sum: number; weight: number; from: number; to: number }[] = [];
  for (const [i, point] of points.entries()) {
    let block = { sum: point.sum, weight: point.weight, from: i, to: i };
    for (let last = blocks.at(-1); last && last.sum / last.weight >= block.sum / block.weight; last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, from: last.from, to: i };
      blocks.pop();
    }
    blocks.push(block);
  }
  const knots = blocks.flatMap(({ sum, weight, from, to }) =>
    (from === to ? [from] : [from, to]).map((i) => ({ x: (points[i] as Pooled).x, y: sum / weight })),
  );
  return { x: knots.map(({ x }) => x), y: knots.map(({ y }) => y) };
}

/** The curve's height at x.
 * @example heightAt({ x: [0, 10], y: [0.2, 0.4] }, 5).toFixed(2) // → "0.30"
 * @example heightAt({ x: [0, 10], y: [0.2, 0.4] }, 99) // → 0.4 */
export function heightAt({ x, y }: RisingCurve, at: number): number {
  const right = x.findIndex((knot) => knot >= at);
  if (right === -1) return y.at(-1) as number;
  if (right === 0) return y[0] as number;
  const [x0, x1, y0, y1] = [x[right - 1], x[right], y[right - 1], y[right]] as [number, number, number, number];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

type Pooled = { x: number; sum: number; weight: number };

function pooledByX(xs: readonly number[], ys: readonly number[], weights: readonly number[]): Pooled[] {
  const order = xs.map((_, i) => i).sort((a, b) => (xs[a] as number) - (xs[b] as number));
  const points: Pooled[] = [];
  for (const i of order) {
    const [x, y, weight] = [xs[i], ys[i], weights[i]] as [number, number, number];
    const last = points.at(-1);
    if (last?.x === x) {
      last.sum += y * weight;
      last.weight += weight;
    } else points.push({ x, sum: y * weight, weight });
  }
  return points;
}
