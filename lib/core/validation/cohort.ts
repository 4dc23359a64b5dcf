import type { Day } from "@/lib/core/calendar";

/** What was said of an account on the day of a cut. Scores are 0–100; tones 1 red, 2 yellow, 3 green, 0 unknown. `source`: as the
 * run published then said; replayed from what is now known of the day; or replayed by a version that was published after it. */
export type Said = {
  day: Day;
  source: "published" | "replayed" | "hindsight";
  score: number | null;
  people: number | null;
  health: number | null;
  scoreTone: number;
  peopleTone: number;
  healthTone: number;
};

/** A renewal decision, once however it was recorded, with what was said before it. */
export type Decision = {
  accountId: number;
  slug: string;
  name: string;
  /** The segment at the decision. */
  segment: string | null;
  kind: "renewed" | "expanded" | "downsold" | "churned";
  decidedOn: Day;
  effectiveOn: Day;
  /** In the workspace's currency at the rate of the day; null where unknown. */
  arrBeforeCents: number | null;
  arrAfterCents: number | null;
  avoidable: boolean | null;
  /** An expansion away from any end of a term: no renewal was decided. */
  isMidTerm: boolean;
  /** A plan was open between the cut and the decision. */
  isWorked: boolean;
  /** Who answered the scorecard in force at the cut. */
  author: { id: number; name: string } | null;
  /** Of a loss: the last day in the year before on which health was green, as known; null where there was none. */
  lastGreenOn: Day | null;
  /** As people knew it at the cut, by whichever version counted then. */
  known: Said | null;
  /** By the version asked for, with its readings; `definition` null: not in the book then. Null: not computed yet. */
  version: (Said & { definition: number | null; readings: number[] | null }) | null;
};

export type CohortRules = {
  from?: Day | null;
  to?: Day | null;
  /** Downsells of less than 5% count as bad as well. */
  smallDownsells: boolean;
  /** Losses marked unavoidable count as well. */
  unavoidable: boolean;
};

/** Every renewal decision, whenever it was. */
export const EVERY_DECISION: CohortRules = { smallDownsells: true, unavoidable: true };

export type LeftOut = "outside the window" | "expanded in mid-term" | "small downsell" | "unavoidable loss";
export type Cohort = { decisions: Decision[]; leftOut: Partial<Record<LeftOut, number>> };

const SMALL = 0.05;

/** The decisions that count, oldest first, and how many were left out for which reason. Expansions in mid-term decide no renewal
 * and stand apart. */
export function cohortOf(decisions: readonly Decision[], rules: CohortRules): Cohort {
  const cohort: Cohort = { decisions: [], leftOut: {} };
  for (const decision of decisions) {
    const reason = reasonToLeaveOut(decision, rules);
    if (reason) cohort.leftOut[reason] = (cohort.leftOut[reason] ?? 0) + 1;
    else cohort.decisions.push(decision);
  }
  return cohort;
}

function reasonToLeaveOut(decision: Decision, rules: CohortRules): LeftOut | null {
  const { decidedOn, isMidTerm, kind, avoidable } = decision;
  if ((rules.from && decidedOn < rules.from) || (rules.to && decidedOn > rules.to)) return "outside the window";
  if (isMidTerm) return "expanded in mid-term";
  if (!rules.smallDownsells && isSmallDownsell(decision)) return "small downsell";
  if (!rules.unavoidable && avoidable === false && (kind === "churned" || kind === "downsold"))
    return "unavoidable loss";
  return null;
}

/** Whether a downsell is of less than 5%.
 * @example isSmallDownsell({ kind: "downsold", arrBeforeCents: 100, arrAfterCents: 96 }) // → true */
export function isSmallDownsell({
  kind,
  arrBeforeCents,
  arrAfterCents,
}: Pick<Decision, "kind" | "arrBeforeCents" | "arrAfterCents">): boolean {
  if (kind !== "downsold" || !arrBeforeCents || arrAfterCents === null) return false;
  return arrBeforeCents - arrAfterCents < SMALL * arrBeforeCents;
}

/** Churned or downsold.
 * @example isBad({ kind: "expanded" }) // → false */
export function isBad({ kind }: Pick<Decision, "kind">): boolean {
  return kind === "churned" || kind === "downsold";
}
