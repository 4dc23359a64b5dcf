import type { PeekRow } from "@/components/triage/queue-row";
import type { Day } from "@/lib/core/calendar";
import type { PlanPart } from "@/lib/core/playbook/plan";
import type { PlanState } from "@/lib/core/playbook/written-plan";

/** A plan as the list shows it, and what the reader may do about it. */
export interface PlanLine extends PeekRow {
  planId: number;
  version: number;
  bandSince: Day | null;
  kind: "action" | "recovery";
  cause: string | null;
  goal: string | null;
  goalAgreedOn: Day | null;
  measureKey: string | null;
  measureFrom: number | null;
  measureTo: number | null;
  nextStep: string | null;
  dueOn: Day | null;
  owner: string | null;
  sponsor: string | null;
  openedOn: Day;
  closedOn: Day | null;
  status: "open" | "done" | "dropped";
  result: string | null;
  submittedBy: string | null;
  submittedOn: Day | null;
  approver: string | null;
  approvedOn: Day | null;
  returnedBy: string | null;
  returnedNote: string | null;
  state: PlanState;
  missing: readonly PlanPart[];
  mayWork: boolean;
  mayApprove: boolean;
}

/** Whether an open plan's step should have been done. */
export function isOverdue({ status, dueOn }: Pick<PlanLine, "status" | "dueOn">, today: Day): boolean {
  return status === "open" && dueOn !== null && dueOn < today;
}
