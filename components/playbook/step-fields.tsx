import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { OwnerRole, Step } from "@/lib/core/playbook/playbook";
import { ROLE_CHOICES } from "./rule-words";

interface Props {
  steps: readonly Step[];
  onChange: (steps: Step[]) => void;
}

/** How the work of a band is done well: a title, a text, who, and within how many days of entering it. */
export function StepFields({ steps, onChange }: Props) {
  const change = (at: number, step: Step) => onChange(steps.map((other, i) => (i === at ? step : other)));
  const add = () => {
    let n = steps.length + 1;
    while (steps.some(({ key }) => key === `step_${n}`)) n++;
    onChange([...steps, { key: `step_${n}`, title: "", text: "", ownerRole: "csm", dueInDays: 7 }]);
  };
  return (
    <div className="flex flex-col gap-4">
      {steps.map((step, i) => (
        <fieldset key={step.key} className="flex flex-col gap-2 border-t pt-3">
          <legend className="sr-only">{step.title || `Step ${i + 1}`}</legend>
          <div className="grid gap-2 md:grid-cols-[minmax(0,1fr)_10rem_8rem_auto] md:items-end">
            <Field label={`Step ${i + 1}`}>
              {(control) => (
                <Input
                  {...control}
                  value={step.title}
                  onChange={(event) => change(i, { ...step, title: event.target.value })}
                />
              )}
            </Field>
            <Field label="Who">
              {(control) => (
                <Select
                  {...control}
                  options={ROLE_CHOICES}
                  value={step.ownerRole}
                  onChange={(event) => change(i, { ...step, ownerRole: event.target.value as OwnerRole })}
                />
              )}
            </Field>
            <Field label="Within days">
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  min={0}
                  max={730}
                  value={Number.isNaN(step.dueInDays) ? "" : step.dueInDays}
                  onChange={(event) =>
                    change(i, {
                      ...step,
                      dueInDays: event.target.value === "" ? Number.NaN : Number(event.target.value),
                    })
                  }
                />
              )}
            </Field>
            <Button
              aria-label={`Remove step ${i + 1}: ${step.title}`}
              onClick={() => onChange(steps.filter((_, at) => at !== i))}
            >
              Remove
            </Button>
          </div>
          <Textarea
            aria-label={`Text of step ${i + 1}`}
            rows={3}
            maxLength={600}
            value={step.text}
            onChange={(event) => change(i, { ...step, text: event.target.value })}
          />
        </fieldset>
      ))}
      {steps.length < 20 && (
        <Button className="self-start" onClick={add}>
          Add a step
        </Button>
      )}
    </div>
  );
}
