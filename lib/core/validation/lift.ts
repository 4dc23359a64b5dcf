import { type Ranked, rankedByRisk } from "./ranked";

export type LiftPart = {
  /** 1 is the part of highest risk. */
  part: number;
  /** Cases in it, not always whole: n / parts. */
  n: number;
  bad: number;
  /** Its rate of bad outcomes ÷ the base rate. */
  lift: number;
  /** Of all the bad, the share caught in this part and those before it; and that share ÷ the share of cases named. */
  caught: number;
  liftSoFar: number;
};

/** Lift and gains by decile (or another number of equal parts) of risk, the riskiest first. The gains curve runs straight across
 * cases of equal risk and is read off at each k/parts, so that neither ties nor an n that does not divide make a figure depend on
 * the order of the input. Null where only one class is there. Throws unless there is at least one part.
 * Source: Ling & Li 1998 (KDD); ties as on the ROC curve.
 * @example liftOf([4, 3, 2, 1], [true, false, false, false], 2)?.map(({ lift }) => lift) // → [2, 0]
 * @example liftOf([1, 1, 1, 1], [true, false, false, false], 2)?.map(({ lift }) => lift) // → [1, 1] */
export function liftOf(risks: readonly number[], bad: readonly boolean[], parts = 10): LiftPart[] | null {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`liftOf requires at least one part, got ${parts}`);
  return liftOfRanked(rankedByRisk(risks, bad), parts);
}

/** The same of cases that are ranked already.
 * @example liftOfRanked(null) // → null */
export function liftOfRanked(ranked: Ranked | null, parts = 10): LiftPart[] | null {
  if (!ranked) return null;
  const { ties, n } = ranked;
  const found: LiftPart[] = [];
  let [at, named, caught, before] = [0, 0, 0, 0];
  for (let part = 1; part <= parts; part++) {
    const edge = (n * part) / parts;
    for (let tied = ties[at]; tied && named + tied.n <= edge; tied = ties[at]) {
      named += tied.n;
      caught += tied.bad;
      at++;
    }
    const tied = ties[at];
    const sofar = caught + (tied ? (tied.bad * (edge - named)) / tied.n : 0);
    const inPart = sofar - before;
    before = sofar;
    const share = sofar / ranked.bad;
    found.push({
      ...{ part, n: n / parts, bad: inPart, lift: (inPart * parts) / ranked.bad },
      ...{ caught: share, liftSoFar: (share * parts) / part },
    });
  }
  return found;
}
