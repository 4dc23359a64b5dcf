import { cohortOf, type Decision, EVERY_DECISION, isBad, type Said } from "./cohort";
import type { PastCase } from "./past-case";

/** A decision with what was said before it, ready to be compared. */
export type Judged = PastCase & { decision: Decision; said: Said };

/** The decisions about which health said something, and the others by what they lacked. */
export type JudgedCohort = {
  cases: Judged[];
  /** Scored, but with too little data for a band. */
  insufficient: Decision[];
  /** Not in the book at the cut, or before any history. */
  withoutHistory: Decision[];
  /** Not computed yet. */
  waiting: Decision[];
};

/** What was said before each decision: by the version asked for, or as it was known then. Nothing is dropped: what cannot be
 * compared is in one of the other lists. */
export function judgedCohort(decisions: readonly Decision[], by: "version" | "known"): JudgedCohort {
  const found: JudgedCohort = { cases: [], insufficient: [], withoutHistory: [], waiting: [] };
  for (const decision of decisions) {
    const of = standingOf(decision, by);
    if (of === "cases") found.cases.push(judgedCase(decision, decision[by] as Said));
    else found[of].push(decision);
  }
  return found;
}

/** What was said before a decision, and whether it was a loss: all that a score is judged by. */
export type SaidCase = Pick<Judged, "bad" | "said">;

/** The cases alone, and how many decisions are not computed yet.
 * @example saidCases([], "known") // → { cases: [], waiting: 0 } */
export function saidCases(decisions: readonly Decision[], by: "version" | "known") {
  const found: { cases: SaidCase[]; waiting: number } = { cases: [], waiting: 0 };
  for (const decision of decisions) {
    const of = standingOf(decision, by);
    if (of === "cases") found.cases.push({ bad: isBad(decision), said: decision[by] as Said });
    else if (of === "waiting") found.waiting++;
  }
  return found;
}

function standingOf(decision: Decision, by: "version" | "known"): keyof JudgedCohort {
  const said = decision[by];
  if (said === null) return by === "version" ? "waiting" : "withoutHistory";
  if (by === "version" && decision.version?.definition === null) return "withoutHistory";
  return said.healthTone === 0 || said.health === null ? "insufficient" : "cases";
}

/** Every renewal decision about which something was known then, by numbers or by people, oldest first. */
export function knownCases(decisions: readonly Decision[]): Judged[] {
  const { decisions: renewals } = cohortOf(decisions, EVERY_DECISION);
  return renewals.flatMap((decision) => (decision.known ? [judgedCase(decision, decision.known)] : []));
}

function judgedCase(decision: Decision, said: Said): Judged {
  const { score, people, health, scoreTone, peopleTone, healthTone } = said;
  const { accountId, decidedOn } = decision;
  const bad = isBad(decision);
  return { accountId, decidedOn, bad, score, people, health, scoreTone, peopleTone, healthTone, decision, said };
}
