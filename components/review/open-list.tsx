import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";
import { ReviewSection } from "./review-section";
import { openFinding } from "./review-words";

interface Props {
  title: string;
  outcomes: readonly { achievedOn: Day | null; shared: boolean }[];
  steps: readonly { name: string; targetOn: Day; isLate: boolean }[];
  requests: readonly { id: string; openedOn: Day; severity: string }[];
  support: { open: number };
}

/** What is open between us: steps of the start, and support requests, the gravest first. */
export function OpenList({ title, outcomes, steps, requests, support }: Props) {
  return (
    <ReviewSection
      title={title}
      finding={openFinding(outcomes, steps, { open: support.open, listed: requests.length })}
    >
      <ul className="list-disc pl-5">
        {steps.map(({ name, targetOn, isLate }) => (
          <li key={`${name}:${targetOn}`}>
            {name}, planned for {dayText(targetOn)}
            {isLate && ", not done yet"}
          </li>
        ))}
        {requests.map(({ id, openedOn, severity }) => (
          <li key={id}>
            Request {id} ({severity}), open since {dayText(openedOn)}
          </li>
        ))}
      </ul>
    </ReviewSection>
  );
}
