"use client";
import { useId } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TargetTable } from "@/lib/core/import-ledger";
import { countText } from "@/lib/format";
import { type Fate, fateOf, filledBy, keyOf, metricKey, sourceOf } from "./edit-mapping";
import type { FileColumn, Mapping, Suggestion } from "./imported-file";
import { columnWords } from "./table-words";

interface Props {
  column: FileColumn;
  suggested: Suggestion["columns"][number] | null;
  target: TargetTable;
  mapping: Mapping;
  onFate: (fate: Fate) => void;
}

/** One column of theirs with three of its values, and the field of ours it goes to. */
export function ImportMapRow({ column, suggested, target, mapping, onFate }: Props) {
  const id = useId();
  const { header, samples, filled, records } = column;
  const fate = fateOf(mapping, header);
  const filling = filledBy(mapping, header);
  const attribute = fate && "to" in fate && target.extraPrefix && fate.to.startsWith(target.extraPrefix);
  const choose = (value: string) => {
    if (value === "metric") return onFate({ metric: metricKey(header) });
    if (value === "attribute") return onFate({ to: `${target.extraPrefix}${metricKey(header)}` });
    onFate(value === "" ? null : { to: value.slice(1) });
  };
  return (
    <tr className="max-md:block max-md:border-b max-md:py-1">
      <th
        scope="row"
        className="max-w-80 border-b px-2 py-2 text-left align-top font-normal max-md:block max-md:border-b-0 max-md:pb-1"
      >
        <span id={id} className="font-medium">
          {header}
        </span>
        <span className="block truncate text-muted-foreground text-xs" title={samples.join(" · ")}>
          {samples.length === 0 ? "empty in every row" : samples.join(" · ")}
        </span>
        {column.evidence !== "" && isRead(target, filling) && (
          <span className="block text-muted-foreground text-xs">{column.evidence}</span>
        )}
        {filled < records && samples.length > 0 && (
          <span className="block text-muted-foreground text-xs">
            filled in {countText(filled)} of {countText(records)} rows
          </span>
        )}
      </th>
      <td className="min-w-52 border-b px-2 py-2 align-top max-md:block max-md:border-b-0 max-md:pt-0">
        <Select
          aria-labelledby={id}
          value={chosenValue(fate, attribute)}
          onChange={(event) => choose(event.target.value)}
          options={optionsFor(target)}
        />
        {fate && "metric" in fate && (
          <Key
            label={`Key of the metric made from ${header}`}
            value={fate.metric}
            onChange={(metric) => onFate({ metric })}
          />
        )}
        {attribute && (
          <Key
            label={`Name of the attribute made from ${header}`}
            value={fate.to.slice(target.extraPrefix?.length)}
            onChange={(name) => onFate({ to: `${target.extraPrefix}${name}` })}
          />
        )}
        <span className="mt-1 block text-muted-foreground text-xs">
          {[...filling.slice(1).map((name) => `also ${columnWords(name)}`), ...reading(mapping, filling[0])].join(
            " · ",
          )}
        </span>
      </td>
      <td className="border-b px-2 py-2 align-top text-muted-foreground text-xs max-md:hidden">
        {suggested && sureness(suggested, fate)}
      </td>
    </tr>
  );
}

/** Whether a field of ours is a date or a number, which may be written in several ways. */
function isRead({ columns }: TargetTable, filling: readonly string[]): boolean {
  const types = ["day", "instant", "integer", "number", "money"];
  return columns.some(({ name, type }) => filling.includes(name) && types.includes(type));
}

function Key({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Input
      aria-label={label}
      className="mt-1"
      defaultValue={value}
      maxLength={60}
      onBlur={(event) => onChange(metricKey(event.target.value))}
    />
  );
}

function chosenValue(fate: Fate, attribute: unknown): string {
  if (fate === null) return "";
  if ("metric" in fate) return "metric";
  return attribute ? "attribute" : `=${fate.to}`;
}

function optionsFor(target: TargetTable) {
  const key = keyOf(target.table);
  const ours = target.columns.filter(({ name }) => name !== key);
  return [
    { value: "", label: "Don't import" },
    { value: `=${key}`, label: `${columnWords(key)} (needed)` },
    ...ours.map(({ name, required }) => ({
      value: `=${name}`,
      label: `${columnWords(name)}${required ? " (needed)" : ""}`,
    })),
    ...(target.extraPrefix
      ? [{ value: "attribute", label: "Account attribute…" }]
      : [{ value: "metric", label: "Custom metric…" }]),
  ];
}

/** How a cell becomes the field, where it is not taken as it stands. */
function reading(mapping: Mapping, column: string | undefined): string[] {
  const source = column === undefined ? null : sourceOf(mapping, column);
  const together: Record<string, string> = {
    sum: "summed",
    count: "counted",
    count_distinct: "different ones counted",
    min: "smallest",
    max: "largest",
    first: "first",
  };
  return [
    ...(source?.times ? [`times ${Number(source.times.toFixed(4))}`] : []),
    ...(source?.and?.length ? [`with ${source.and.join(", ")}`] : []),
    ...(source?.group ? [`${together[source.group]} over rows alike`] : []),
  ];
}

function sureness({ to, confidence, why }: Suggestion["columns"][number], fate: Fate): string {
  const now = fate && "to" in fate ? fate.to : null;
  if (now !== to) return now === null ? why : "your choice";
  if (to === null) return why;
  const words = confidence >= 0.9 ? "Sure" : confidence >= 0.65 ? "Likely" : "A guess";
  return `${words}: ${why}`;
}
