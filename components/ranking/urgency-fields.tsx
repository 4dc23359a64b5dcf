import { Button } from "@/components/ui/button";
import type { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { Figure } from "./figure";

type Urgency = PriorityFormula["urgency"];

/** A step's name is its place. */
const PLACES = ["First", "Second", "Third", "Fourth", "Fifth"];

interface Props {
  urgency: Urgency;
  onChange: (urgency: Urgency) => void;
}

/** How much a decide-by date counts that lies within so many days, nearest first. */
export function UrgencyFields({ urgency, onChange }: Props) {
  const change = (at: number, part: Partial<Urgency[number]>) =>
    onChange(urgency.map((step, i) => (i === at ? { ...step, ...part } : step)));
  const last = urgency.at(-1);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Urgency by the decide-by date</legend>
      {urgency.map((step, i) => (
        <div key={PLACES[i]} className="flex flex-wrap items-end gap-2">
          <Figure
            label={`${PLACES[i]} step: within days`}
            step={1}
            value={step.withinDays}
            onChange={(withinDays) => change(i, { withinDays })}
          />
          <Figure label={`${PLACES[i]} step: ×`} value={step.factor} onChange={(factor) => change(i, { factor })} />
          {urgency.length > 1 && (
            <Button
              aria-label={`Remove the ${PLACES[i]?.toLowerCase()} step`}
              onClick={() => onChange(urgency.filter((_, at) => at !== i))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      {urgency.length < PLACES.length && last && (
        <Button
          className="self-start"
          onClick={() => onChange([...urgency, { withinDays: last.withinDays + 90, factor: 1 }])}
        >
          Add a step
        </Button>
      )}
      <p className="text-muted-foreground text-xs">Beyond the last step, and for contracts locked in, it is 1.</p>
    </fieldset>
  );
}
