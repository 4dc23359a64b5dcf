import { causeWords } from "@/components/effect/effect-words";
import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";

interface Props {
  plans: readonly {
    kind: string;
    cause: string | null;
    goal: string | null;
    nextStep: string | null;
    dueOn: Day | null;
    owner: string | null;
  }[];
  today: Day;
}

/** The open plans with their next step, its day and who owes it. */
export function OpenPlans({ plans, today }: Props) {
  if (plans.length === 0) return <p className="text-muted-foreground">No open plan, nothing promised.</p>;
  const until = (dueOn: Day | null) => (dueOn ? ` · by ${dayText(dueOn)}${dueOn < today ? ", overdue" : ""}` : "");
  return (
    <ul className="flex flex-col gap-1">
      {plans.map(({ kind, cause, goal, nextStep, dueOn, owner }) => (
        <li key={`${kind}:${goal}`}>
          <span className="font-medium">
            {kind === "recovery" ? "Recovery plan" : "Action plan"}
            {cause && `, ${causeWords(cause).toLowerCase()}`}
          </span>
          {goal && `: ${goal}`}
          <span className="text-muted-foreground">
            {nextStep && ` · next: ${nextStep}`}
            {until(dueOn)}
            {owner && ` · ${owner}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
