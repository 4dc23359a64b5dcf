"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { FilterDays } from "./filter-days";
import { FilterEnds } from "./filter-ends";
import { FilterSome } from "./filter-some";
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
  if (kind === "some") return <FilterSome name={name} words={words} value={value} onChange={onChange} />;
  if (kind === "range") return <FilterEnds name={name} type="number" value={value} onChange={onChange} />;
  if (kind === "days") return <FilterDays name={name} value={value} onChange={onChange} />;
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
