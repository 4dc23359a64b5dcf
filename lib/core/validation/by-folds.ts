const FOLDS = 5;

/** What a curve fitted to the other folds alone says of each case: case i is of fold i mod 5. Null where a fold's others cannot be
 * fitted. Source: Niculescu-Mizil & Caruana 2005.
 * @example byFolds([1, 2, 3, 4, 5], [true, false, true, false, true], (_, bad) => () => bad.length) // → [4, 4, 4, 4, 4] */
export function byFolds<Says = number>(
  risks: readonly number[],
  bad: readonly boolean[],
  fitTo: (risks: readonly number[], bad: readonly boolean[]) => ((risk: number) => Says) | null,
): Says[] | null {
  const said = new Array<Says>(risks.length);
  for (let fold = 0; fold < Math.min(FOLDS, risks.length); fold++) {
    const isOther = (_: unknown, i: number) => i % FOLDS !== fold;
    const curve = fitTo(risks.filter(isOther), bad.filter(isOther));
    if (!curve) return null;
    for (let i = fold; i < risks.length; i += FOLDS) said[i] = curve(risks[i] as number);
  }
  return said;
}
