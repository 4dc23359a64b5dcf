"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FIELDS, type FieldId } from "./filter-words";

export type Facets = { segments: string[]; regions: string[]; tags: string[] };

interface Props {
  field: FieldId;
  value: string;
  facets: Facets | null;
  owners: readonly { personId: number; name: string }[];
  onChange: (value: string) => void;
}

/** The control of a filter's value: one of some, several of some, or a range open at either end. */
export function FilterValue({ field, value, facets, owners, onChange }: Props) {
  const { name, kind, words } = FIELDS[field];
  if (kind === "some") return <Some name={name} words={words} value={value} onChange={onChange} />;
  if (kind === "range") return <Ends name={name} type="number" value={value} onChange={onChange} />;
  if (kind === "days") return <Days name={name} value={value} onChange={onChange} />;
  const listed = { segment: facets?.segments, region: facets?.regions, tag: facets?.tags };
  const found = (listed[field as keyof typeof listed] ?? []).map((one) => ({ value: one, label: one }));
  const people = field === "owner" ? owners.map((one) => ({ value: String(one.personId), label: one.name })) : [];
  const own = Object.entries(words).map(([key, word]) => ({ value: key, label: word }));
  return (
    <Field label={`${name} is`}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={[{ value: "", label: "anything" }, ...own, ...people, ...found]}
        />
      )}
    </Field>
  );
}

interface ControlProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
}

function Some({ name, words, value, onChange }: ControlProps & { words: Readonly<Record<string, string>> }) {
  const chosen = value ? value.split(",") : [];
  const toggle = (key: string) =>
    onChange(
      Object.keys(words)
        .filter((one) => (one === key) !== chosen.includes(one))
        .join(","),
    );
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{name} is</legend>
      {Object.entries(words).map(([key, word]) => (
        <label key={key} className="flex min-h-6 items-center gap-2 max-md:min-h-11">
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={() => toggle(key)}
            className="accent-primary"
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

function Ends({ name, type, value, onChange }: ControlProps & { type: "number" | "date" }) {
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

const SPANS = [30, 60, 90, 180];

function Days({ name, value, onChange }: ControlProps) {
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
      <Ends name={name} type="date" value={isSpan ? "" : value} onChange={onChange} />
    </>
  );
}
