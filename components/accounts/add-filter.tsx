"use client";
import { ListFilter } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/paths";
import { type AccountsQuery, accountsHref } from "./address";
import { type Facets, FilterValue } from "./filter-value";
import { FIELDS, type FieldId } from "./filter-words";

interface Props {
  query: AccountsQuery;
  owners: readonly { personId: number; name: string }[];
}

/** Chooses a field and its value; the list narrows at once. */
export function AddFilter({ query, owners }: Props) {
  const router = useRouter();
  const [field, setField] = useState<FieldId>("band");
  const [value, setValue] = useState(query.band ?? "");
  const [facets, setFacets] = useState<Facets | null>(null);
  const [isFailed, setFailed] = useState(false);
  const load = () => {
    if (facets) return;
    fetch(paths.bookFacets())
      .then(async (response) => setFacets((await response.json()) as Facets))
      .catch(() => setFailed(true));
  };
  const narrow = () => router.push(accountsHref(query, { [field]: value || null }), { scroll: false });
  return (
    <Popover
      button={
        <>
          <ListFilter aria-hidden className="size-4" />
          Add filter
        </>
      }
      buttonClass={buttonClass({ size: "sm" })}
      className="w-80"
    >
      <form
        method="post"
        className="flex flex-col gap-3"
        onFocus={load}
        onSubmit={(event) => {
          event.preventDefault();
          event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
          narrow();
        }}
      >
        <Field label="Field">
          {(control) => (
            <Select
              {...control}
              value={field}
              onChange={(event) => {
                const next = event.target.value as FieldId;
                setField(next);
                setValue(query[next] ?? "");
              }}
              options={Object.entries(FIELDS).map(([id, { name }]) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <FilterValue key={field} {...{ field, value, facets, owners }} onChange={setValue} />
        {isFailed && <p>Segments, regions and tags could not be loaded. Close and open this again.</p>}
        <Button type="submit" variant="primary" className="self-end">
          {value || !query[field] ? "Filter" : "Take it out"}
        </Button>
      </form>
    </Popover>
  );
}
