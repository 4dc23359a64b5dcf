import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface Props {
  label: string;
  hint?: string;
  value: number;
  step?: number;
  onChange: (value: number) => void;
}

/** One figure of the formula; empty is no number, and is refused as such. */
export function Figure({ label, hint, value, step = 0.1, onChange }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          type="number"
          step={step}
          value={Number.isNaN(value) ? "" : value}
          onChange={({ target }) => onChange(target.value === "" ? Number.NaN : Number(target.value))}
        />
      )}
    </Field>
  );
}
