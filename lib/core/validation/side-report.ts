import { type Auc, aucOfRanked } from "./auc";
import { type Confusion, confusionOf } from "./confusion";
import type { SaidCase } from "./judged";
import type { PastCase } from "./past-case";
import { prAucOfRanked } from "./pr-auc";
import { rankedByRisk } from "./ranked";
import { type Verdict, verdictOf } from "./verdict";
import { type Share, wilson } from "./wilson";

export const SCORES = ["score", "scorecard", "health"] as const;
export type Score = (typeof SCORES)[number];

export type SideReport = {
  score: Score;
  n: number;
  bad: number;
  /** Below green taken as bad; red alone beside it. */
  belowGreen: Confusion;
  red: Confusion;
  right: Share | null;
  auc: Auc | null;
  prAuc: number | null;
  verdict: Verdict;
};

const GREEN = 3;
const RED = 1;

/** What a score says of a case: its tone, and its risk (100 − the score). Null where it says nothing.
 * @example saysOf({ score: 40, people: null, health: 40, scoreTone: 1, peopleTone: 0, healthTone: 1 }, "score") // → { tone: 1, risk: 60 } */
export function saysOf(
  one: Omit<PastCase, "accountId" | "decidedOn" | "bad">,
  score: Score,
): { tone: number; risk: number } | null {
  const value = score === "score" ? one.score : score === "scorecard" ? one.people : one.health;
  const tone = score === "score" ? one.scoreTone : score === "scorecard" ? one.peopleTone : one.healthTone;
  return value === null || tone === 0 ? null : { tone, risk: 100 - value };
}

/** How one of the three scores did on the cases about which it said something: right where below green was lost and green stayed. */
export function sideReport(cases: readonly SaidCase[], score: Score): SideReport {
  const [bad, risks, isBelow, isRed]: [boolean[], number[], boolean[], boolean[]] = [[], [], [], []];
  for (const one of cases) {
    const says = saysOf(one.said, score);
    if (!says) continue;
    bad.push(one.bad);
    risks.push(says.risk);
    isBelow.push(says.tone < GREEN);
    isRed.push(says.tone === RED);
  }
  const [belowGreen, red] = [confusionOf(isBelow, bad), confusionOf(isRed, bad)];
  const ranked = rankedByRisk(risks, bad);
  const auc = aucOfRanked(ranked);
  return {
    ...{ score, n: bad.length, bad: belowGreen.bad, belowGreen, red, auc },
    right: wilson(belowGreen.tp + belowGreen.tn, bad.length),
    prAuc: prAucOfRanked(ranked),
    verdict: verdictOf(bad.length, auc),
  };
}
