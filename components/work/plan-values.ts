import type { Day } from "@/lib/core/calendar";
import type { Cause } from "@/lib/core/playbook/causes";
import { isCause, missingOf, type WrittenPlan } from "@/lib/core/playbook/written-plan";

/** A plan's form as it is filled in: text as typed, "" where nothing is. */
export interface PlanValues {
  kind: "action" | "recovery";
  cause: Cause | "";
  play: string;
  goal: string;
  isAgreed: boolean;
  measureKey: string;
  measureFrom: string;
  measureTo: string;
  nextStep: string;
  dueOn: Day;
  ownerId: string;
  sponsorId: string;
}

/** A plan that is open already, as much of it as a form needs. */
export type OpenPlan = WrittenPlan & {
  planId: number;
  version: number;
  play: string | null;
  measureFrom: number | null;
  submittedBy: string | null;
  submittedOn: Day | null;
  approver: string | null;
  approvedOn: Day | null;
  returnedBy: string | null;
  returnedNote: string | null;
};

/** What the form of a plan that is not there yet begins with. */
export function newPlan(kind: PlanValues["kind"], { cause, dueOn }: { cause: Cause | null; dueOn: Day }): PlanValues {
  return {
    ...{
      kind,
      cause: cause ?? "",
      play: "",
      goal: "",
      isAgreed: false,
      measureKey: "",
      measureFrom: "",
      measureTo: "",
    },
    ...{ nextStep: "", dueOn, ownerId: "", sponsorId: "" },
  };
}

/** What the form of an open plan begins with. An account that turned red needs a recovery plan: its action plan becomes one. */
export function valuesOf(plan: OpenPlan, kind: PlanValues["kind"]): PlanValues {
  const text = (value: number | string | null) => (value === null ? "" : String(value));
  return {
    kind: plan.kind === "recovery" ? "recovery" : kind,
    cause: isCause(plan.cause) ? plan.cause : "",
    play: text(plan.play),
    goal: text(plan.goal),
    isAgreed: plan.goalAgreedOn !== null,
    measureKey: text(plan.measureKey),
    measureFrom: text(plan.measureFrom),
    measureTo: text(plan.measureTo),
    nextStep: text(plan.nextStep),
    dueOn: text(plan.dueOn),
    ownerId: text(plan.ownerId),
    sponsorId: text(plan.sponsorId),
  };
}

/** The form as the server takes it. */
export function saidOf(values: PlanValues, today: Day, before: OpenPlan | null) {
  const text = (value: string) => value.trim() || null;
  const number = (value: string) => (value.trim() === "" ? null : Number(value));
  return {
    kind: values.kind,
    cause: values.cause || null,
    play: text(values.play),
    goal: text(values.goal),
    goalAgreedOn: values.isAgreed ? (before?.goalAgreedOn ?? today) : null,
    measureKey: text(values.measureKey),
    measureFrom: number(values.measureFrom),
    measureTo: number(values.measureTo),
    nextStep: text(values.nextStep),
    dueOn: text(values.dueOn),
    ownerId: number(values.ownerId),
    sponsorId: values.kind === "recovery" ? number(values.sponsorId) : null,
  };
}

/** An open plan as it stood, for taking a change back. */
export function saidBefore({
  kind,
  cause,
  play,
  goal,
  goalAgreedOn,
  measureKey,
  measureFrom,
  measureTo,
  ...plan
}: OpenPlan) {
  const { nextStep, dueOn, ownerId, sponsorId } = plan;
  const named = isCause(cause) ? cause : null;
  return {
    kind,
    cause: named,
    play,
    goal,
    goalAgreedOn,
    measureKey,
    measureFrom,
    measureTo,
    nextStep,
    dueOn,
    ownerId,
    sponsorId,
  };
}

/** What the plan would still lack if it were saved now; whoever opens it owns it unless they say otherwise. */
export function lacking(values: PlanValues, today: Day, before: OpenPlan | null) {
  const said = saidOf(values, today, before);
  const approvedBy = before?.approvedBy ?? null;
  return missingOf({ ...said, ownerId: said.ownerId ?? 0, openedOn: before?.openedOn ?? today, approvedBy });
}
