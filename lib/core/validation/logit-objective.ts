import { sigmoid, softplus } from "./sigmoid";

/** The sum of log losses + λ/2 · |β|², its slope and its curvature at β; the intercept (first in β) bears no penalty. */
export type LogitObjective = {
  /** What a sum over so many cases can tell, as a multiple of what a sum over 100 can. */
  grain: number;
  at(beta: readonly number[]): number;
  slopes(beta: readonly number[]): { gradient: number[]; hessian: number[][] };
};

/** The objective of an L2 logistic regression on columns (a column of ones is put before them).
 * @example logitObjective([[0, 0]], [true, false], 1).at([0, 0]).toFixed(6) // → "1.386294" */
export function logitObjective(
  columns: readonly (readonly number[])[],
  is: readonly boolean[],
  lambda: number,
): LogitObjective {
  const design = [is.map(() => 1), ...columns];
  const width = design.length;
  const logitsAt = (beta: readonly number[]) => {
    const logits = new Float64Array(is.length);
    for (const [j, column] of design.entries()) {
      const times = beta[j] as number;
      for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] as number) + times * (column[i] as number);
    }
    return logits;
  };
  return {
    grain: Math.max(1, is.length / 100),
    at(beta) {
      let sum = 0;
      const logits = logitsAt(beta);
      for (let i = 0; i < logits.length; i++) {
        const logit = logits[i] as number;
        sum += softplus(is[i] ? -logit : logit);
      }
      return sum + (lambda / 2) * beta.slice(1).reduce((squares, value) => squares + value * value, 0);
    },
    slopes(beta) {
      const logits = logitsAt(beta);
      const [n, off, weights] = [logits.length, new Float64Array(logits.length), new Float64Array(logits.length)];
      for (let i = 0; i < n; i++) {
        const chance = sigmoid(logits[i] as number);
        off[i] = chance - (is[i] ? 1 : 0);
        weights[i] = chance * (1 - chance);
      }
      const gradient = design.map((column, j) => dot(column, off) + (j > 0 ? lambda * (beta[j] as number) : 0));
      const hessian = Array.from({ length: width }, () => new Array<number>(width).fill(0));
      const weighted = new Float64Array(n);
      for (const [j, column] of design.entries()) {
        for (let i = 0; i < n; i++) weighted[i] = (weights[i] as number) * (column[i] as number);
        for (let k = 0; k <= j; k++) {
          const value = dot(design[k] as number[], weighted) + (j === k && j > 0 ? lambda : 0);
          (hessian[j] as number[])[k] = value;
          (hessian[k] as number[])[j] = value;
        }
      }
      return { gradient, hessian };
    },
  };
}

function dot(a: readonly number[], b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
