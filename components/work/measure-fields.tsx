"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PlanValues } from "./plan-values";

export interface MeasureChoice {
  key: string;
  name: string;
  /** Today's reading in words and as a number, where one account is asked about. */
  reading?: string;
  value?: number | null;
}

interface Props {
  values: PlanValues;
  measures: readonly MeasureChoice[];
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<PlanValues>) => void;
}

/** The measure that the plan means to move: from today's reading to the one agreed. */
export function MeasureFields({ values, measures, errors, onChange }: Props) {
  const choose = (key: string) => {
    const value = measures.find((measure) => measure.key === key)?.value;
    onChange({ measureKey: key, measureFrom: value == null ? "" : String(value), measureTo: "" });
  };
  const label = ({ name, reading }: MeasureChoice) => (reading ? `${name}: ${reading}` : name);
  const ends = measures.some(({ value }) => value !== undefined) && values.measureKey !== "";
  return (
    <div className="grid grid-cols-[1fr_5rem_5rem] gap-3 max-md:grid-cols-2">
      <Field label="Measure to move" error={errors.measureKey} className={ends ? "max-md:col-span-2" : "col-span-3"}>
        {(control) => (
          <Select
            {...control}
            value={values.measureKey}
            onChange={(event) => choose(event.target.value)}
            options={[
              { value: "", label: "Choose one" },
              ...measures.map((measure) => ({ value: measure.key, label: label(measure) })),
            ]}
          />
        )}
      </Field>
      {ends &&
        (["measureFrom", "measureTo"] as const).map((end) => (
          <Field key={end} label={end === "measureFrom" ? "From" : "To"} error={errors[end]}>
            {(control) => (
              <Input
                {...control}
                type="number"
                step="any"
                value={values[end]}
                onChange={(event) => onChange({ [end]: event.target.value })}
              />
            )}
          </Field>
        ))}
    </div>
  );
}
