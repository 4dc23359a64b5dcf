import type { Day } from "@/lib/core/calendar";
import type { Cause } from "./causes";

export type PlanKind = "action" | "recovery";

/** A written plan, as far as it goes; what is not there yet is null. */
export type Plan = {
  kind: PlanKind;
  cause: Cause | null;
  goal: string | null;
  /** Whether the goal was agreed with the customer. */
  goalAgreed: boolean;
  /** The measure to move. */
  measure: string | null;
  ownerId: number | null;
  openedOn: Day;
  dueOn: Day | null;
  nextStep: string | null;
  nextStepOn: Day | null;
  /** Of a recovery plan: the executive sponsor, and the leader who reviewed and approved it. */
  sponsorId: number | null;
  approvedBy: number | null;
};

export const PLAN_PARTS = {
  cause: "a cause",
  goal: "a goal",
  agreed: "the customer's agreement to the goal",
  measure: "the measure to move",
  owner: "an owner",
  due: "a date",
  next_step: "a next step with its date",
  sponsor: "an executive sponsor",
  approval: "leadership's approval",
} as const;
export type PlanPart = keyof typeof PLAN_PARTS;

/** Whether a plan is complete, and what is missing, in the order in which people write it. An action plan has a cause, a goal
 * agreed with the customer, the measure to move, an owner and dates (its own and its next step's); a recovery plan also a
 * sponsor and approval. Only a complete plan stops a clock. Source: PRODUCT, what yellow and red oblige.
 * @example planComplete({ kind: "recovery", cause: "support", goal: "No severe ticket", goalAgreed: true, measure: "severity_load", ownerId: 1, openedOn: "2026-11-02", dueOn: "2026-12-31", nextStep: "Call", nextStepOn: "2026-11-05", sponsorId: 2, approvedBy: null }) // → { isComplete: false, missing: ["approval"] } */
export function planComplete(plan: Plan): { isComplete: boolean; missing: PlanPart[] } {
  const has = (text: string | null) => text !== null && text.trim() !== "";
  const parts: [PlanPart, boolean][] = [
    ["cause", plan.cause !== null],
    ["goal", has(plan.goal)],
    ["agreed", plan.goalAgreed],
    ["measure", has(plan.measure)],
    ["owner", plan.ownerId !== null],
    ["due", plan.dueOn !== null && plan.dueOn >= plan.openedOn],
    ["next_step", has(plan.nextStep) && plan.nextStepOn !== null],
  ];
  if (plan.kind === "recovery")
    parts.push(["sponsor", plan.sponsorId !== null], ["approval", plan.approvedBy !== null]);
  const missing = parts.filter(([, there]) => !there).map(([part]) => part);
  return { isComplete: missing.length === 0, missing };
}

/** What a plan lacks, in words; null where it is complete.
 * @example lackWords(["cause", "owner"]) // → "Still needs a cause and an owner." */
export function lackWords(missing: readonly PlanPart[]): string | null {
  const words = missing.map((part) => PLAN_PARTS[part]);
  const last = words.pop();
  if (last === undefined) return null;
  return `Still needs ${words.length === 0 ? last : `${words.join(", ")} and ${last}`}.`;
}
