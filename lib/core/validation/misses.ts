import type { Judged } from "./judged";

export type Misses = {
  /** Green at the cut, and lost. */
  missed: Judged[];
  /** Red at the cut, and stayed: worked before the decision (a save, no false alarm) or untouched. */
  saved: Judged[];
  untouched: Judged[];
  /** Yellow at the cut, and stayed: wrong by the rule that below green will be lost, and no alarm. */
  cautious: Judged[];
};

/** Where health was wrong, by name, the largest accounts first. */
export function missesOf(cases: readonly Judged[]): Misses {
  const stayed = (tone: number) => cases.filter(({ healthTone, bad }) => healthTone === tone && !bad);
  const red = stayed(1);
  return {
    missed: largestFirst(cases.filter(({ healthTone, bad }) => healthTone === 3 && bad)),
    saved: largestFirst(red.filter(({ decision }) => decision.isWorked)),
    untouched: largestFirst(red.filter(({ decision }) => !decision.isWorked)),
    cautious: largestFirst(stayed(2)),
  };
}

function largestFirst(cases: Judged[]): Judged[] {
  return cases.sort(
    (a, b) =>
      (b.decision.arrBeforeCents ?? 0) - (a.decision.arrBeforeCents ?? 0) ||
      a.decision.name.localeCompare(b.decision.name),
  );
}
