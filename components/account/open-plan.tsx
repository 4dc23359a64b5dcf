import { type Day, daysBetween } from "@/lib/core/calendar";
import { CAUSE_BOOK } from "@/lib/core/playbook/causes";
import type { StandingPlan } from "@/lib/core/playbook/standing-plan";
import { isCause, planState } from "@/lib/core/playbook/written-plan";
import { dayText } from "@/lib/format";

const STATE_WORDS = {
  waiting: "Waits for leadership's approval: the clock runs until it has it.",
  incomplete: "Not complete yet: it does not stop the clock.",
  complete: null,
  closed: null,
};

/** The plan that answers the band: what is wanted, the next step, who stands behind it, and whether it stops the clock. */
export function OpenPlan({ plan, today }: { plan: StandingPlan; today: Day }) {
  const standing = STATE_WORDS[planState(plan)];
  return (
    <div className="rounded-card border p-3">
      <h3 className="font-semibold">
        {plan.kind === "recovery" ? "Recovery plan" : "Action plan"}
        {plan.cause && `: ${causeName(plan.cause)}`}
      </h3>
      {plan.goal && <p>{plan.goal}</p>}
      <p className="text-muted-foreground">
        {plan.nextStep && `Next: ${plan.nextStep}`}
        {plan.dueOn && ` · by ${dayText(plan.dueOn)}${plan.dueOn < today ? ", overdue" : ""}`}
        {plan.owner && ` · ${plan.owner}`}
        {plan.sponsor && ` · sponsor ${plan.sponsor}`} · open {daysBetween(plan.openedOn, today)} d
      </p>
      {plan.approver && (
        <p className="text-xs">
          Approved by {plan.approver} on {dayText(plan.approvedOn)}
        </p>
      )}
      {plan.result && <p className="text-xs">{plan.result}</p>}
      {standing && <p className="text-xs">{standing}</p>}
    </div>
  );
}

/** A cause's name. */
export function causeName(cause: string): string {
  return isCause(cause) ? CAUSE_BOOK[cause].name : cause;
}
