"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Mapping } from "./imported-file";

const EVERY = [
  { value: "day", label: "One day" },
  { value: "week", label: "One week" },
  { value: "month", label: "One month" },
] as const;

const ENDS = [
  { value: "start", label: "its first day" },
  { value: "end", label: "its last day" },
] as const;

/** The period that a row of usage covers; longer ones are spread over their days, and the measure says so. */
export function ImportMapPeriod({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const every = mapping.every ?? "day";
  return (
    <>
      <Field
        label="A row covers"
        hint={every === "day" ? undefined : `Figures are spread evenly over the ${every}; measures say so.`}
      >
        {(control) => (
          <Select
            {...control}
            value={every}
            options={EVERY}
            onChange={(event) => {
              const chosen = EVERY.find(({ value }) => value === event.target.value);
              if (chosen) onChange({ ...mapping, every: chosen.value });
            }}
          />
        )}
      </Field>
      {every !== "day" && (
        <Field label={`The date is the ${every}'s`}>
          {(control) => (
            <Select
              {...control}
              value={mapping.periodIs ?? "start"}
              options={ENDS}
              onChange={(event) => {
                const chosen = ENDS.find(({ value }) => value === event.target.value);
                if (chosen) onChange({ ...mapping, periodIs: chosen.value });
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}
