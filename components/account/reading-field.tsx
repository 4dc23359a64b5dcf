import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Measure } from "@/lib/core/health/model";
import { isMeasure, measureOf } from "@/lib/core/measures/catalogue";

interface Props {
  measure: Measure;
  /** Encoded. */
  reading: number;
  was: number;
  onChange: (reading: number) => void;
}

/** One reading to try: a number in its unit, or a level; empty is no data. */
export function ReadingField({ measure, reading, was, onChange }: Props) {
  const known = isMeasure(measure.key) ? measureOf(measure.key) : null;
  const name = measure.name ?? known?.name ?? measure.key.replaceAll("_", " ");
  const levels = measure.scoring.type === "levels" ? Object.keys(measure.scoring.levels).sort() : null;
  const unit = known && known.unit !== "level" && known.unit !== "value" ? ` (${known.unit})` : "";
  const wasText = Number.isFinite(was) ? (levels ? (levels[was] ?? "").replaceAll("_", " ") : tenths(was)) : "no data";
  return (
    <Field label={`${name}${unit}`} hint={Object.is(reading, was) ? undefined : `now ${wasText}`}>
      {(control) =>
        levels ? (
          <Select
            {...control}
            value={Number.isFinite(reading) ? String(reading) : ""}
            onChange={(event) => onChange(event.target.value === "" ? Number.NaN : Number(event.target.value))}
            options={[
              { value: "", label: "no data" },
              ...levels.map((level, index) => ({ value: String(index), label: level.replaceAll("_", " ") })),
            ]}
          />
        ) : (
          <Input
            {...control}
            type="number"
            step="any"
            className="w-32"
            value={Number.isFinite(reading) ? tenths(reading) : ""}
            onChange={(event) => onChange(event.target.value === "" ? Number.NaN : event.target.valueAsNumber)}
          />
        )
      }
    </Field>
  );
}

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}
