import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ControlProps } from "./filter-some";

/** A range, open at either end. */
export function FilterEnds({ name, type, value, onChange }: ControlProps & { type: "number" | "date" }) {
  const [from = "", to = ""] = value.split("..");
  const put = (low: string, high: string) => onChange(low || high ? `${low}..${high}` : "");
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={`${name} from`}>
        {(control) => (
          <Input {...control} type={type} min={0} value={from} onChange={(event) => put(event.target.value, to)} />
        )}
      </Field>
      <Field label="to">
        {(control) => (
          <Input {...control} type={type} min={0} value={to} onChange={(event) => put(from, event.target.value)} />
        )}
      </Field>
    </div>
  );
}
