import type { Day } from "@/lib/core/calendar";
import { CAUSES, type Cause } from "./causes";
import { type PlanPart, planComplete } from "./plan";

/** A plan as it is kept: one day, `dueOn`, is that of its next step. */
export type WrittenPlan = {
  kind: "action" | "recovery";
  cause: string | null;
  goal: string | null;
  goalAgreedOn: Day | null;
  measureKey: string | null;
  measureTo: number | null;
  ownerId: number | null;
  openedOn: Day;
  dueOn: Day | null;
  nextStep: string | null;
  sponsorId: number | null;
  approvedBy: number | null;
};

/** What a kept plan still lacks, in the order in which people write it; only one that lacks nothing stops a clock.
 * @example missingOf({ kind: "action", cause: "support", goal: "No severe ticket", goalAgreedOn: null, measureKey: "severity_load", measureTo: 2, ownerId: 1, openedOn: "2026-11-02", dueOn: "2026-11-09", nextStep: "Call", sponsorId: null, approvedBy: null }) // → ["agreed"] */
export function missingOf(plan: WrittenPlan): PlanPart[] {
  const { goalAgreedOn, measureKey, nextStep, dueOn } = plan;
  return planComplete({
    ...plan,
    cause: isCause(plan.cause) ? plan.cause : null,
    goalAgreed: goalAgreedOn !== null,
    measure: measureKey,
    nextStepOn: nextStep === null ? null : dueOn,
  }).missing;
}

/** Whether a change leaves what leadership approved as it was: cause, goal, measure, target and sponsor. Steps, dates and owners
 * move without asking again.
 * @example isAsApproved({ cause: "price", goal: "A", measureKey: null, measureTo: null, sponsorId: 2 }, { cause: "price", goal: "B", measureKey: null, measureTo: null, sponsorId: 2 }) // → false */
export function isAsApproved(before: Approved, after: Approved): boolean {
  return APPROVED.every((part) => before[part] === after[part]);
}

const APPROVED = ["cause", "goal", "measureKey", "measureTo", "sponsorId"] as const;
type Approved = Pick<WrittenPlan, (typeof APPROVED)[number]>;

export type PlanState = "waiting" | "complete" | "incomplete" | "closed";

/** How a plan stands: closed, waiting for leadership's approval, complete (it stops a clock), or not there yet.
 * @example planState({ status: "open", submittedOn: "2026-11-20", completeOn: null }) // → "waiting" */
export function planState(plan: { status: string; submittedOn: Day | null; completeOn: Day | null }): PlanState {
  if (plan.status !== "open") return "closed";
  if (plan.completeOn !== null) return "complete";
  return plan.submittedOn === null ? "incomplete" : "waiting";
}

/** A plan's cause as text.
 * @example isCause("support") // → true */
export function isCause(text: string | null): text is Cause {
  return CAUSES.some((cause) => cause === text);
}
