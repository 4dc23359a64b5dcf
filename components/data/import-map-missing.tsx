"use client";
import { TriangleAlert } from "lucide-react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TargetTable } from "@/lib/core/import-ledger";
import { keyOf, stillNeeded, withConstant } from "./edit-mapping";
import type { Mapping } from "./imported-file";
import { columnWords } from "./table-words";

interface Props {
  target: TargetTable;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Fields that every row must have and no column fills: choose a column below, or say one value for all rows. */
export function ImportMapMissing({ target, mapping, onChange }: Props) {
  const constants = Object.keys(mapping.constants ?? {});
  const missing = stillNeeded(mapping, target);
  const shown = [...new Set([...missing, ...constants])];
  if (shown.length === 0) return null;
  const key = keyOf(target.table);
  return (
    <section className="rounded-card border border-input bg-card p-4" aria-label="Fields that no column fills">
      {missing.length > 0 && (
        <p className="mb-3 flex items-center gap-2 font-medium">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {missing.length === 1 ? "One field is" : `${missing.length} fields are`} needed and no column fills{" "}
          {missing.length === 1 ? "it" : "them"}. Choose a column below
          {missing.some((name) => name !== key) ? ", or say one value for every row." : "."}
        </p>
      )}
      <div className="grid gap-4 md:grid-cols-3">
        {shown.map((name) => {
          if (name === key) return <p key={name}>{columnWords(name)}: choose the column that names it.</p>;
          const column = target.columns.find((one) => one.name === name);
          const value = mapping.constants?.[name] ?? "";
          const say = (text: string) => onChange(withConstant(mapping, name, text.trim()));
          return (
            <Field key={name} label={`${columnWords(name)} in every row`} hint={hintOf(name, column?.type)}>
              {(control) =>
                column?.values ? (
                  <Select
                    {...control}
                    value={value}
                    onChange={(event) => say(event.target.value)}
                    options={[
                      { value: "", label: "Choose…" },
                      ...column.values.map((word) => ({ value: word, label: word.replaceAll("_", " ") })),
                    ]}
                  />
                ) : (
                  <Input {...control} defaultValue={value} onBlur={(event) => say(event.target.value)} />
                )
              }
            </Field>
          );
        })}
      </div>
    </section>
  );
}

function hintOf(name: string, type: string | undefined): string | undefined {
  if (name === "currency") return "Three letters, such as EUR";
  return type === "day" || type === "instant" ? "As YYYY-MM-DD" : undefined;
}
