import { useId, useRef } from "react";
import { Select } from "@/components/ui/select";
import { Table, Th } from "@/components/ui/table";
import type { Rule } from "@/lib/core/playbook/playbook";
import { dutiesToAdd } from "./duties-to-add";
import { RuleRow } from "./rule-row";

const HEADS = ["Duty", "Days", "Minutes each", "Owner", "Takes part"];

interface Props {
  rules: readonly Rule[];
  onChange: (rules: Rule[]) => void;
}

/** The duties of a playbook: how often or within which time, how long each takes, whose they are; one more, or one less. */
export function RuleFields({ rules, onChange }: Props) {
  const adder = useRef<HTMLSelectElement>(null);
  const id = useId();
  const addable = dutiesToAdd(rules);
  const remove = (at: number) => {
    onChange(rules.filter((_, i) => i !== at));
    // The button that had the focus is gone.
    adder.current?.focus();
  };
  return (
    <div className="flex flex-col gap-2">
      <Table label="Duties">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <Th key={head}>{head}</Th>
            ))}
            <Th>
              <span className="sr-only">Remove</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, i) => (
            <RuleRow
              key={rule.key}
              rule={rule}
              onChange={(changed) => onChange(rules.map((other, at) => (at === i ? changed : other)))}
              onRemove={rules.length > 1 ? () => remove(i) : undefined}
            />
          ))}
        </tbody>
      </Table>
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id}>Add a duty</label>
        <Select
          id={id}
          ref={adder}
          value=""
          options={[
            { value: "", label: "Choose…" },
            ...addable.map(({ key, title }) => ({ value: key, label: title })),
          ]}
          onChange={({ target }) => {
            const duty = addable.find(({ key }) => key === target.value);
            if (duty) onChange([...rules, duty]);
          }}
        />
        <span className="text-muted-foreground text-xs">
          Product and Support take part where the open plan names them as the cause.
        </span>
      </div>
    </div>
  );
}
