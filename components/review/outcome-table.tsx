import type { Day } from "@/lib/core/calendar";
import { dayText } from "@/lib/format";
import { ReviewSection } from "./review-section";
import { outcomeFinding, outcomeState } from "./review-words";

interface Props {
  title: string;
  outcomes: readonly { name: string; targetOn: Day; achievedOn: Day | null; shared: boolean }[];
  today: Day;
}

/** The results agreed with the customer: planned for when, reached or not, and whether they presented it inside. */
export function OutcomeTable({ title, outcomes, today }: Props) {
  return (
    <ReviewSection title={title} finding={outcomeFinding(outcomes)}>
      {outcomes.length > 0 && (
        <table className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b text-muted-foreground text-xs">
              <th className="py-1 pr-3 font-medium">Result</th>
              <th className="py-1 pr-3 font-medium">Planned for</th>
              <th className="py-1 pr-3 font-medium">Today</th>
              <th className="py-1 font-medium">Presented inside</th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome) => (
              <tr key={`${outcome.name}:${outcome.targetOn}`} className="border-b">
                <td className="py-1 pr-3">{outcome.name}</td>
                <td className="py-1 pr-3 whitespace-nowrap">{dayText(outcome.targetOn)}</td>
                <td className="py-1 pr-3">{outcomeState(outcome, today)}</td>
                <td className="py-1">{outcome.shared ? "yes" : "not yet"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ReviewSection>
  );
}
