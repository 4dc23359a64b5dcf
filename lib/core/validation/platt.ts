import { sigmoid, softplus } from "./sigmoid";

/** Probability of a bad outcome at a risk: 1 ÷ (1 + e^−(slope · risk + intercept)). */
export type Sigmoid = { slope: number; intercept: number };

const STEPS = 100;

/** Platt's calibration of a risk to a probability of a bad outcome: the sigmoid of least log loss against smoothed targets,
 * (bad+1)/(bad+2) for a bad case and 1/(good+2) for a good one, so that separable cases stay finite. Newton's method with a line
 * search, on standardised risks; a risk that is always the same gets slope 0. Null where only one class is there. Throws where
 * risks and outcomes are not as many or a risk is no number. Source: Platt 1999; Lin, Lin & Weng 2007.
 * @example plattOf([1, 1, 1], [true, false, false])?.slope // → 0
 * @example plattOf([1, 2], [true, true]) // → null */
export function plattOf(risks: readonly number[], bad: readonly boolean[]): Sigmoid | null {
  const n = risks.length;
  if (n !== bad.length) throw new RangeError(`${n} risks for ${bad.length} outcomes`);
  if (!risks.every(Number.isFinite)) throw new RangeError("a risk must be a finite number");
  const bads = bad.filter(Boolean).length;
  if (bads === 0 || bads === n) return null;
  const target = bad.map((isBad) => (isBad ? (bads + 1) / (bads + 2) : 1 / (n - bads + 2)));
  const mean = risks.reduce((sum, risk) => sum + risk, 0) / n;
  const deviation = Math.sqrt(risks.reduce((sum, risk) => sum + (risk - mean) ** 2, 0) / n);
  const isLevel = deviation <= 1e-12 * Math.max(1, Math.abs(mean));
  const x = Float64Array.from(risks, (risk) => (isLevel ? 0 : (risk - mean) / deviation));
  const lossOf = (a: number, b: number) => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const at = a * (x[i] as number) + b;
      sum += softplus(at) - (target[i] as number) * at;
    }
    return sum;
  };
  let [a, b] = [0, Math.log((bads + 1) / (n - bads + 1))];
  let loss = lossOf(a, b);
  for (let step = 0; step < STEPS; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-12, 0, 1e-12];
    for (let i = 0; i < n; i++) {
      const value = x[i] as number;
      const p = sigmoid(a * value + b);
      const [off, weight] = [p - (target[i] as number), p * (1 - p)];
      ga += off * value;
      gb += off;
      haa += weight * value * value;
      hab += weight * value;
      hbb += weight;
    }
    if (Math.max(Math.abs(ga), Math.abs(gb)) < 1e-11 * n) break;
    const determinant = haa * hbb - hab * hab;
    const [da, db] = [(hab * gb - hbb * ga) / determinant, (hab * ga - haa * gb) / determinant];
    let size = 1;
    for (; size > 1e-12; size /= 2) {
      const next = lossOf(a + size * da, b + size * db);
      // Next to the optimum what is won is less than sums of so many cases can tell.
      if (next > loss + 1e-4 * size * (ga * da + gb * db) + 1e-13 * loss) continue;
      [a, b, loss] = [a + size * da, b + size * db, next];
      break;
    }
    if (size <= 1e-12) break;
  }
  return isLevel ? { slope: 0, intercept: b } : { slope: a / deviation, intercept: b - (a * mean) / deviation };
}

/** The probability at a risk.
 * @example chanceAt({ slope: 2, intercept: -1 }, 0.5) // → 0.5 */
export function chanceAt({ slope, intercept }: Sigmoid, risk: number): number {
  return sigmoid(slope * risk + intercept);
}
