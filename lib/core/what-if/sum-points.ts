/** Σ weight × points of rows, and the weights that it was made with: whole numbers of millionths, NaN where it must be made anew. */
export type Sums = { sums: Float64Array; weights: Float64Array };

/** Weights are added up in whole numbers of this share of one, so that a sum can be changed without losing a digit. */
const MILLION = 1_000_000;
/** Above, sums of millionths might not stay whole. */
const MOST = 1_000_000_000;

/** Sums of so many rows that are still to be made. */
export function newSums(points: readonly Int16Array[], rows: number): Sums {
  return { sums: new Float64Array(rows), weights: new Float64Array(points.length).fill(Number.NaN) };
}

/** Makes the sums those of other weights, and says in what unit they are: only what changed is added, which is exact since all are
 * whole numbers. Where a weight is none in millionths, everything is added up. */
export function sumPoints(
  { sums, weights }: Sums,
  points: readonly Int16Array[],
  measures: readonly { weight: number }[],
): number {
  const asked = points.map((_, m) => measures[m]?.weight ?? 0);
  const whole = asked.map((weight) => Math.round(weight * MILLION));
  const isWhole = whole.every((value, m) => value <= MOST && value / MILLION === asked[m]);
  const isKnown = isWhole && weights.every((weight) => !Number.isNaN(weight));
  if (!isKnown) sums.fill(0);
  const wanted = isWhole ? whole : asked;
  const changes = wanted.map((weight, m) => weight - (isKnown ? (weights[m] as number) : 0));
  const moved = [...changes.keys()].filter((m) => changes[m] !== 0);
  for (let k = 0; k < moved.length; k += 2) {
    const [a = 0, b] = [moved[k], moved[k + 1]];
    const [first, by] = [points[a] as Int16Array, changes[a] as number];
    if (b === undefined) addOne(sums, first, by);
    else addTwo(sums, first, by, points[b] as Int16Array, changes[b] as number);
  }
  weights.set(isWhole ? whole : whole.fill(Number.NaN));
  return isWhole ? MILLION : 1;
}

function addOne(sums: Float64Array, points: Int16Array, weight: number): void {
  for (let i = 0; i < sums.length; i++) (sums[i] as number) += weight * (points[i] as number);
}

/** Two columns a pass, so that each sum is fetched and put back seldom. */
function addTwo(sums: Float64Array, a: Int16Array, wa: number, b: Int16Array, wb: number): void {
  for (let i = 0; i < sums.length; i++) (sums[i] as number) += wa * (a[i] as number) + wb * (b[i] as number);
}
