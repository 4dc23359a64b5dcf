import { type LogitObjective, logitObjective } from "./logit-objective";
import { sigmoid } from "./sigmoid";
import { solve } from "./solve";
import { type Standardised, standardised } from "./standardised";

export type LogisticWarning =
  | { kind: "constant"; column: number }
  | { kind: "duplicate"; column: number; of: number }
  | { kind: "separable" }
  | { kind: "not converged" };

/** On the inputs as given: log odds = intercept + Σ coefficient · value. */
export type LogisticCurve = { intercept: number; coefficients: number[] };

export type Logistic = LogisticCurve & {
  /** On standardised inputs: what is penalised, and what can be compared between columns. */
  standardIntercept: number;
  standardCoefficients: number[];
  /** The largest breach of the conditions of an optimum (KKT): 0 is exact. */
  residual: number;
  steps: number;
  warnings: LogisticWarning[];
};

const STEPS = 200;

/** L2 logistic regression: inputs standardised, the intercept free, least Σ log loss + λ/2·|β|², by Newton's method with step
 * halving. `nonNegative` holds every coefficient at 0 or above (Newton on the free ones, projected; checked by KKT). A constant
 * column gets 0 and a warning; duplicates share one effect and are named; separable outcomes stay finite by λ and are said to be
 * so. Null of one class or no rows. Throws unless λ > 0, on rows of unlike lengths and on what is no number.
 * Source: Hastie, Tibshirani & Friedman 2009 §4.4; Bertsekas 1982 for the projection; λ is scikit-learn's 1 ÷ C.
 * @example logisticOf([[1], [2], [3], [4]], [false, true, false, true], { lambda: 1 })?.standardCoefficients[0]?.toFixed(4) // → "0.4534"
 * @example logisticOf([[1], [2]], [true, true], { lambda: 1 }) // → null
 * @example logisticOf([[7], [7]], [true, false], { lambda: 1 })?.warnings // → [{ kind: "constant", column: 0 }] */
export function logisticOf(
  rows: readonly (readonly number[])[],
  is: readonly boolean[],
  { lambda, nonNegative = false }: { lambda: number; nonNegative?: boolean },
): Logistic | null {
  if (!(lambda > 0 && lambda < Infinity)) throw new RangeError(`logisticOf requires a λ above 0, got ${lambda}`);
  if (rows.length !== is.length) throw new RangeError(`${rows.length} rows for ${is.length} outcomes`);
  const inputs = standardised(rows);
  const start = startOf(inputs, is);
  if (!start) return null;
  const { beta, residual, steps } = descend(logitObjective(inputs.columns, is, lambda), start, nonNegative);
  const warnings = warningsOf(inputs, is, beta);
  if (residual > 1e-6 * is.length) warnings.push({ kind: "not converged" });
  const [standardIntercept, ...standardCoefficients] = beta as [number, ...number[]];
  return { ...asGiven(inputs, beta), standardIntercept, standardCoefficients, residual, steps, warnings };
}

/** The non-negative regression at each λ on the same rows: inputs standardised once, each fit begun where the one before ended.
 * Null of one class.
 * @example logisticPath([[1], [2]], [true, true], [1, 10]) // → null */
export function logisticPath(
  rows: readonly (readonly number[])[],
  is: readonly boolean[],
  lambdas: readonly number[],
): LogisticCurve[] | null {
  const inputs = standardised(rows);
  let beta = startOf(inputs, is);
  const curves: LogisticCurve[] = [];
  for (const lambda of lambdas) {
    if (!beta) return null;
    beta = descend(logitObjective(inputs.columns, is, lambda), beta, true).beta;
    curves.push(asGiven(inputs, beta));
  }
  return curves;
}

/** The base rate and no effect; null of one class. */
function startOf({ columns }: Standardised, is: readonly boolean[]): number[] | null {
  const yes = is.filter(Boolean).length;
  return yes === 0 || yes === is.length ? null : [Math.log(yes / (is.length - yes)), ...columns.map(() => 0)];
}

/** What was found on standardised inputs, on the inputs as given. */
function asGiven({ means, deviations }: Standardised, [intercept = 0, ...beta]: readonly number[]): LogisticCurve {
  const coefficients = beta.map((value, j) => (deviations[j] === 0 ? 0 : value / (deviations[j] as number)));
  return {
    intercept: coefficients.reduce((sum, value, j) => sum - value * (means[j] as number), intercept),
    coefficients,
  };
}

/** The probability of a row.
 * @example logisticChance({ intercept: -1, coefficients: [2] }, [0.5]) // → 0.5 */
export function logisticChance({ intercept, coefficients }: LogisticCurve, row: readonly number[]): number {
  return sigmoid(coefficients.reduce((sum, value, j) => sum + value * (row[j] as number), intercept));
}

/** Newton's steps from a start. With `nonNegative`, coefficients at 0 or next to it that would fall do not take part in the step;
 * they go to 0 down their own slope, so that the others are not held up by them. */
function descend(objective: LogitObjective, start: readonly number[], nonNegative: boolean) {
  let [beta, value, residual] = [[...start], objective.at(start), Infinity];
  for (let step = 0; step < STEPS; step++) {
    const { gradient, hessian } = objective.slopes(beta);
    const breaches = beta.map((now, j) => {
      const slope = gradient[j] as number;
      return nonNegative && j > 0 && slope > 0 ? Math.min(now, slope) : Math.abs(slope);
    });
    residual = Math.max(...breaches);
    if (residual < 1e-11 * objective.grain) return { beta, residual, steps: step };
    const near = Math.min(1e-3, residual);
    const free = beta.flatMap((now, j) =>
      nonNegative && j > 0 && now <= near && (gradient[j] as number) > 0 ? [] : [j],
    );
    const by = solve(
      free.map((j) => free.map((k) => hessian[j]?.[k] as number)),
      free.map((j) => gradient[j] as number),
    );
    const direction = gradient.map((slope, j) => slope / (hessian[j]?.[j] as number));
    if (by) for (const [at, j] of free.entries()) direction[j] = by[at] as number;
    const next = halved(objective, beta, value, { direction, gradient, nonNegative });
    if (!next) return { beta, residual, steps: step };
    [beta, value] = [next.beta, next.value];
  }
  return { beta, residual, steps: STEPS };
}

/** The first of the step, its half, its quarter… that lowers the objective enough (Armijo); null where none does. */
function halved(
  objective: LogitObjective,
  beta: readonly number[],
  value: number,
  { direction, gradient, nonNegative }: { direction: number[]; gradient: number[]; nonNegative: boolean },
): { beta: number[]; value: number } | null {
  for (let size = 1; size > 1e-14; size /= 2) {
    const next = beta.map((now, j) => {
      const moved = now - size * (direction[j] as number);
      return nonNegative && j > 0 ? Math.max(0, moved) : moved;
    });
    const expected = next.reduce((sum, to, j) => sum + (gradient[j] as number) * (to - (beta[j] as number)), 0);
    const found = objective.at(next);
    if (expected < 0 && found <= value + 1e-4 * expected + 1e-15 * objective.grain * Math.abs(value))
      return { beta: next, value: found };
  }
  return null;
}

function warningsOf({ columns, deviations }: Standardised, is: readonly boolean[], beta: readonly number[]) {
  const warnings: LogisticWarning[] = [];
  for (const [j, column] of columns.entries()) {
    if (deviations[j] === 0) {
      warnings.push({ kind: "constant", column: j });
      continue;
    }
    const of = columns.findIndex((other, k) => k < j && deviations[k] !== 0 && isSame(column, other));
    if (of !== -1) warnings.push({ kind: "duplicate", column: j, of });
  }
  const logits = is.map((_, i) =>
    columns.reduce((sum, column, j) => sum + (beta[j + 1] as number) * (column[i] as number), 0),
  );
  const of = (wanted: boolean) => logits.filter((_, i) => is[i] === wanted);
  if (Math.min(...of(true)) > Math.max(...of(false))) warnings.push({ kind: "separable" });
  return warnings;
}

/** Whether one column is the other, or the other turned around, up to rounding. */
function isSame(a: readonly number[], b: readonly number[]): boolean {
  const turned = Math.sign((a[0] as number) * (b[0] as number)) || 1;
  return a.every((value, i) => Math.abs(value - turned * (b[i] as number)) < 1e-9);
}
