import type { Day } from "@/lib/core/calendar";

/** A plan as the account's page shows it: names, not numbers, of those behind it. */
export type StandingPlan = {
  id: number;
  kind: "action" | "recovery";
  cause: string | null;
  goal: string | null;
  nextStep: string | null;
  dueOn: Day | null;
  owner: string | null;
  sponsor: string | null;
  submittedOn: Day | null;
  approver: string | null;
  approvedOn: Day | null;
  openedOn: Day;
  completeOn: Day | null;
  closedOn: Day | null;
  status: "open" | "done" | "dropped";
  result: string | null;
};
