import type { Day } from "@/lib/core/calendar";
import { dayText, moneyFull } from "@/lib/format";

/** A signed decision as it is shown. */
export interface Decided {
  id: number;
  kind: "invest" | "accept";
  decidedOn: Day;
  decidedBy: string | null;
  signedAt: string;
  budgetCents: number | null;
  exitTest: string | null;
  decideAgainOn: Day | null;
  note: string;
}

/** What was decided, by whom and when; the newest first. */
export function DecisionList({ decisions, currency }: { decisions: readonly Decided[]; currency: string }) {
  return (
    <ul className="flex flex-col gap-2">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <p className="font-medium">{headOf(decision, currency)}</p>
          <p>
            {decision.exitTest && `Exit test: ${decision.exitTest}. `}
            {decision.note}
          </p>
          <p className="text-muted-foreground text-xs">
            Signed by {decision.decidedBy ?? "somebody who has left"}, {dayText(decision.decidedOn)} {decision.signedAt}
          </p>
        </li>
      ))}
    </ul>
  );
}

function headOf({ kind, budgetCents, decideAgainOn }: Decided, currency: string): string {
  if (kind === "accept") return "Loss accepted: the forecast says lost";
  return `Invest ${moneyFull(budgetCents, currency)} until ${dayText(decideAgainOn)}`;
}
