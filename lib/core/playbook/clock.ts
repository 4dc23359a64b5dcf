import type { Day } from "@/lib/core/calendar";
import type { Tone } from "@/lib/core/health/bands";
import type { ActKind } from "./act";
import type { DecisionChoice } from "./decision";
import type { OwnerRole, Rule } from "./playbook";

export type ClockKind = Rule["kind"] | "fall" | "card" | "card_expired" | "decide_by" | "next_step";
/** The fact that stopped a clock. */
export type StoppedBy = "plan" | "improvement" | "act" | "invest" | "accept" | "left_band" | "new_owner" | "left_book";
export type ClockState = "running" | "breached" | "paused" | "stopped";
export type Severity = "low" | "medium" | "high";

/** One deadline, from its start to what stopped it. (kind, key, tone, startedOn, planId) names it for good; with dueOn also its
 * breach, so that nothing is told twice. */
export type Clock = {
  kind: ClockKind;
  /** The rule of the playbook, or the kind again. */
  key: string;
  tone: Tone | null;
  startedOn: Day;
  /** The last day in time; moves on while the clock is paused. */
  dueOn: Day;
  state: ClockState;
  breachedOn: Day | null;
  stoppedOn: Day | null;
  by: StoppedBy | null;
  ownerRole: OwnerRole;
  planId: number | null;
  /** At most 60 characters, beginning with the fact. */
  text: string;
  severity: Severity;
};

/** What people did and what dates stand: the only facts that stop a clock. */
export type ClockFacts = {
  /** The first day out of the book. */
  leftBookOn: Day | null;
  /** Days on which another person took over a role. */
  ownerChanges: readonly { day: Day; role: OwnerRole }[];
  plans: readonly PlanFact[];
  acts: readonly { day: Day; kind: ActKind }[];
  /** Signed and valid decisions. */
  decisions: readonly { day: Day; choice: DecisionChoice; newDate: Day | null }[];
  /** The card that is owed: since when, until when, and the last day on which the one before it counts. Null: exempt. */
  card: { since: Day; dueOn: Day; validUntil: Day | null } | null;
  /** The day by which the customer must decide, as long as there is no outcome; null where locked in. */
  decideBy: Day | null;
};

/** A plan as clocks see it: complete from a day (null: not yet), open until a day (null: still), with a dated next step. */
export type PlanFact = {
  id: number;
  kind: "action" | "recovery";
  openedOn: Day;
  completeOn: Day | null;
  closedOn: Day | null;
  nextStepOn: Day | null;
};

export const NO_FACTS: ClockFacts = {
  leftBookOn: null,
  ownerChanges: [],
  plans: [],
  acts: [],
  decisions: [],
  card: null,
  decideBy: null,
};
