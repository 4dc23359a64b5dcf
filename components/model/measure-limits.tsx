"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Measure } from "@/lib/core/health/model";
import { catalogued } from "@/lib/core/model-draft/measure-name";
import { MISSING_WORDS } from "@/lib/core/model-draft/scoring-words";
import { useDraftEdit } from "./draft-context";
import { NumberInput } from "./number-input";

interface Props {
  measure: Measure;
  /** Where the measure stands in the definition: "measures.0". */
  path: string;
  onChange: (measure: Measure, tag?: string) => void;
}

const MISSING = (["exclude", "neutral", "worst"] as const).map((value) => ({ value, label: MISSING_WORDS[value] }));

/** What a measure is called, over which days it is read, how old its data may be, and what is done where there is none. */
export function MeasureLimits({ measure, path, onChange }: Props) {
  const { refusal } = useDraftEdit();
  const { key, scoring } = measure;
  const own = catalogued(key, scoring.type === "levels" ? Object.keys(scoring.levels) : undefined);
  const optional = (field: "window" | "freshness", value: number | undefined) => {
    const { [field]: _, ...rest } = measure;
    onChange(value === undefined ? rest : { ...rest, [field]: value }, `${key} ${field}`);
  };
  return (
    <div className="flex flex-col gap-3">
      <Field label="Name" error={refusal(`${path}.name`)} hint={own ? `Empty: ${own.name}.` : undefined}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={measure.name ?? ""}
            onChange={({ target }) => {
              const { name: _, ...rest } = measure;
              onChange(target.value ? { ...rest, name: target.value } : rest, `${key} name`);
            }}
          />
        )}
      </Field>
      <Field label="Where it is missing">
        {(control) => (
          <Select
            {...control}
            options={MISSING}
            value={measure.missing}
            onChange={({ target }) => onChange({ ...measure, missing: target.value as Measure["missing"] })}
          />
        )}
      </Field>
      {own && own.window !== null && (
        <Field label="Window, days" hint={`14 to 365. Empty: ${own.window}.`}>
          {({ id }) => (
            <NumberInput
              id={id}
              step={1}
              value={measure.window}
              placeholder={String(own.window)}
              error={refusal(`${path}.window`)}
              onClear={() => optional("window", undefined)}
              onChange={(value) => optional("window", value)}
            />
          )}
        </Field>
      )}
      {own && (
        <Field label="Missing when its feed is older than, days" hint={`Empty: ${own.freshness}.`}>
          {({ id }) => (
            <NumberInput
              id={id}
              step={1}
              value={measure.freshness}
              placeholder={String(own.freshness)}
              error={refusal(`${path}.freshness`)}
              onClear={() => optional("freshness", undefined)}
              onChange={(value) => optional("freshness", value)}
            />
          )}
        </Field>
      )}
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-1"
          checked={measure.calendar ?? false}
          onChange={({ target }) => {
            const { calendar: _, ...rest } = measure;
            onChange(target.checked ? { ...rest, calendar: true } : rest);
          }}
        />
        It moves by calendar alone: counts in no trend, shift or playbook
      </label>
    </div>
  );
}
