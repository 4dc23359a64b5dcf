import { lackWords } from "@/lib/core/playbook/plan";
import { dayText } from "@/lib/format";
import type { PlanLine } from "./plan-line";

/** How a plan stands, in words: waiting, under way, what is missing, or what came of it. */
export function PlanStatus({ plan }: { plan: PlanLine }) {
  return (
    <>
      <span className="block">{standing(plan)}</span>
      {detail(plan) && <span className="block text-muted-foreground text-xs">{detail(plan)}</span>}
    </>
  );
}

function standing(plan: PlanLine): string {
  switch (plan.state) {
    case "waiting":
      return "Waits for approval";
    case "complete":
      return "Under way";
    case "incomplete":
      return lackWords(plan.missing) ?? "Something is missing";
    case "closed":
      return plan.result ?? (plan.status === "done" ? "Done" : "Dropped");
  }
}

function detail(plan: PlanLine): string | null {
  const { state, closedOn, result, submittedBy, submittedOn, returnedBy, returnedNote, approver, approvedOn } = plan;
  if (state === "closed")
    return `${plan.status === "done" ? "Done" : "Dropped"}${closedOn ? ` ${dayText(closedOn)}` : ""}`;
  if (state === "waiting") return `since ${dayText(submittedOn)}${submittedBy ? `, from ${submittedBy}` : ""}`;
  if (state === "incomplete" && returnedNote) return `${returnedBy ?? "Leadership"} gave it back: ${returnedNote}`;
  if (result) return result;
  return approver ? `Approved by ${approver}, ${dayText(approvedOn)}` : null;
}
