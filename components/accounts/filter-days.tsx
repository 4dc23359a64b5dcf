import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { FilterEnds } from "./filter-ends";
import type { ControlProps } from "./filter-some";

const SPANS = [30, 60, 90, 180];

/** Within so many days, or between two. */
export function FilterDays({ name, value, onChange }: ControlProps) {
  const isSpan = /^\.\.\d+d$/.test(value);
  return (
    <>
      <Field label={`${name} within`} hint="By the day on which the customer must decide.">
        {(control) => (
          <Select
            {...control}
            value={isSpan ? value : ""}
            onChange={(event) => onChange(event.target.value)}
            options={[
              { value: "", label: "Choose, or give two days" },
              ...SPANS.map((days) => ({ value: `..${days}d`, label: `${days} days` })),
            ]}
          />
        )}
      </Field>
      <FilterEnds name={name} type="date" value={isSpan ? "" : value} onChange={onChange} />
    </>
  );
}
