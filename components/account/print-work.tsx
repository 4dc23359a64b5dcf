import { REVIEW_NAMES, type ReviewKind } from "@/components/work/review-names";
import type { Day } from "@/lib/core/calendar";
import { CAUSE_BOOK, type Cause } from "@/lib/core/playbook/causes";
import { dayText } from "@/lib/format";

interface Plan {
  kind: string;
  cause: string | null;
  goal: string | null;
  nextStep: string | null;
  dueOn: Day | null;
  owner: string | null;
  openedOn: Day;
  status: string;
}

interface Props {
  today: Day;
  work: {
    clocks: readonly { id: number; text: string; dueOn: Day }[];
    plans: readonly Plan[];
    reviews: readonly { id: number; kind: string; on: Day; isHeld: boolean; note: string | null }[];
  };
}

const MOST = 4;

/** What is due, the open plan and the last reviews, on paper: as many as leave the page one page. */
export function PrintWork({ today, work: { clocks, plans, reviews } }: Props) {
  const plan = plans.find(({ status }) => status === "open");
  return (
    <>
      {plan ? (
        <p>
          <strong>
            {plan.kind === "recovery" ? "Recovery plan" : "Action plan"}
            {plan.cause && `: ${CAUSE_BOOK[plan.cause as Cause]?.name ?? plan.cause}`}
          </strong>
          , opened {dayText(plan.openedOn)}
          {plan.goal && `. ${plan.goal}`}
          {plan.nextStep && ` · next: ${plan.nextStep}`}
          {plan.dueOn && ` · by ${dayText(plan.dueOn)}${plan.dueOn < today ? ", overdue" : ""}`}
          {plan.owner && ` · ${plan.owner}`}
        </p>
      ) : (
        <p>No open plan.</p>
      )}
      <ul>
        {clocks.slice(0, MOST).map(({ id, text, dueOn }) => (
          <li key={id}>
            {text} · {dueOn < today ? "was due" : "due"} {dayText(dueOn)}
          </li>
        ))}
      </ul>
      <ul className="text-muted-foreground">
        {reviews.slice(0, MOST).map(({ id, kind, on, isHeld, note }) => (
          <li key={id} className="truncate">
            {dayText(on)} {REVIEW_NAMES[kind as ReviewKind] ?? kind}
            {isHeld ? "" : ", planned"}
            {note && ` · ${note}`}
          </li>
        ))}
      </ul>
    </>
  );
}
