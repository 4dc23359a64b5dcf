import { dayText } from "@/lib/format";
import type { OpenPlan } from "./plan-values";

/** How an open recovery plan stands with leadership: given back with a note, approved, or waiting. */
export function PlanStanding({ plan }: { plan: OpenPlan | null }) {
  if (plan?.kind !== "recovery") return null;
  if (plan.returnedNote)
    return (
      <p className="rounded-control bg-muted px-3 py-2">
        {plan.returnedBy ?? "Leadership"} gave it back: {plan.returnedNote}
      </p>
    );
  if (plan.approvedBy !== null)
    return (
      <p className="rounded-control bg-muted px-3 py-2">
        Approved by {plan.approver} on {dayText(plan.approvedOn)}. Another cause, goal, measure or sponsor asks for
        approval again.
      </p>
    );
  if (plan.submittedOn)
    return (
      <p className="rounded-control bg-muted px-3 py-2">
        Waits for approval since {dayText(plan.submittedOn)}. Another cause, goal, measure or sponsor asks anew.
      </p>
    );
  return null;
}
