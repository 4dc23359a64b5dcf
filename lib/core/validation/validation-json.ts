import type { SideReport } from "./side-report";
import type { ValidationReport } from "./validation-report";
import type { Verdict } from "./verdict";

/** A version's figures, as a program reads them: null below 30 outcomes, where no percentage is given. */
export type VersionFigures = {
  n: number;
  bad: number;
  accuracy: number | null;
  accuracyInterval: [number, number] | null;
  majority: number | null;
  auc: number | null;
  aucInterval: [number, number] | null;
  verdict: Verdict;
};

/** What a program is told of one score. */
export function versionFigures({ n, bad, right, belowGreen, auc, verdict }: SideReport): VersionFigures {
  const isEnough = verdict !== "too few outcomes";
  return {
    ...{ n, bad },
    accuracy: isEnough ? (right?.share ?? null) : null,
    accuracyInterval: isEnough && right ? [right.low, right.high] : null,
    majority: isEnough ? belowGreen.majority : null,
    auc: isEnough ? (auc?.auc ?? null) : null,
    aucInterval: isEnough && auc ? [auc.low, auc.high] : null,
    verdict,
  };
}

/** What a program is told of a report beside the figures of its health: the other scores, the bars and the misses by name. */
export function reportFigures({
  sides,
  bars,
  sources,
  misses,
  money,
  insufficient,
  withoutHistory,
  waiting,
}: ValidationReport) {
  const names = (list: readonly { decision: { slug: string } }[]) => list.map(({ decision }) => decision.slug);
  return {
    scores: Object.fromEntries(sides.map((side) => [side.score, versionFigures(side)])),
    bars: bars.map(({ key, value, met }) => ({ key, value, met })),
    sources: { published: sources.published, replayed: sources.replayed, in_hindsight: sources.hindsight },
    missed: names(misses.missed),
    falseAlarms: { untouched: names(misses.untouched), saved: names(misses.saved) },
    lostArr: { cents: money.lostCents, caughtCents: money.caughtCents, withoutAmount: money.withoutAmount },
    leftOut: { insufficient: insufficient.length, withoutHistory: withoutHistory.length, waiting: waiting.length },
  };
}
