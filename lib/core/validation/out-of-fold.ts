import { chanceAt, plattOf } from "./platt";

const FOLDS = 5;

/** A probability of a bad outcome for each case, calibrated (Platt) on the other folds alone: case i is of fold i mod 5. Null where
 * a fold's others are of one class only. Source: Platt 1999; out of fold as Niculescu-Mizil & Caruana 2005.
 * @example outOfFold([1, 2], [true, true]) // → null */
export function outOfFold(risks: readonly number[], bad: readonly boolean[]): number[] | null {
  const chances = new Array<number>(risks.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOther = (_: unknown, i: number) => i % FOLDS !== fold;
    const curve = plattOf(risks.filter(isOther), bad.filter(isOther));
    if (!curve) return null;
    for (let i = fold; i < risks.length; i += FOLDS) chances[i] = chanceAt(curve, risks[i] as number);
  }
  return chances;
}
