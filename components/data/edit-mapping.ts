import type { TargetTable } from "@/lib/core/import-ledger";
import type { Mapping } from "./imported-file";

type Source = Exclude<Mapping["columns"][string], string>;

/** What a column of theirs becomes: one of our columns by name, a custom metric, an attribute, or nothing. */
export type Fate = { to: string } | { metric: string } | null;

/** The account's (or person's) column in a table. */
export function keyOf(table: string): string {
  return table === "people" ? "email" : "account_id";
}

export function sourceOf(mapping: Mapping, column: string): Source | null {
  const source = mapping.columns[column];
  if (source === undefined) return null;
  return typeof source === "string" ? { from: source } : source;
}

/** Our columns that a column of theirs fills; some fill two. */
export function filledBy(mapping: Mapping, header: string): string[] {
  return Object.keys(mapping.columns).filter((name) => {
    const source = sourceOf(mapping, name);
    return source?.from === header || source?.and?.includes(header);
  });
}

export function fateOf(mapping: Mapping, header: string): Fate {
  const [to] = filledBy(mapping, header);
  if (to !== undefined) return { to };
  const metric = mapping.melt?.[header];
  return metric === undefined ? null : { metric };
}

/** The mapping with one column of theirs going elsewhere. What filled the same column of ours before is let go. */
export function withFate(mapping: Mapping, header: string, fate: Fate): Mapping {
  const kept = Object.entries(mapping.columns).filter(([name]) => !filledBy(mapping, header).includes(name));
  const columns = Object.fromEntries(kept);
  const melt = Object.fromEntries(Object.entries(mapping.melt ?? {}).filter(([theirs]) => theirs !== header));
  const values = { ...mapping.values };
  for (const name of filledBy(mapping, header)) delete values[name];
  if (fate && "to" in fate) {
    columns[fate.to] = header;
    delete values[fate.to];
    return { ...mapping, columns, melt, values, constants: without(mapping.constants, fate.to) };
  }
  if (fate) melt[header] = fate.metric;
  return { ...mapping, columns, melt, values };
}

/** The mapping with the same text in every row of one of our columns; "" takes it out. */
export function withConstant(mapping: Mapping, column: string, text: string): Mapping {
  const constants = without(mapping.constants, column);
  return { ...mapping, constants: text === "" ? constants : { ...constants, [column]: text } };
}

function without(record: Record<string, string> | undefined, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => name !== key));
}

/** Our columns that a file of this table must have and that nothing fills yet. */
export function stillNeeded(mapping: Mapping, target: TargetTable): string[] {
  const key = keyOf(target.table);
  const needed = [key, ...target.columns.filter(({ required }) => required).map(({ name }) => name)];
  const isMelted = target.table === "metrics" && Object.keys(mapping.melt ?? {}).length > 0;
  return [...new Set(needed)].filter((name) => {
    if (isMelted && (name === "key" || name === "value")) return false;
    return !(name in mapping.columns) && !(name in (mapping.constants ?? {}));
  });
}

/** A metric's key out of a header: "NPS score (avg)" → "nps_score_avg". */
export function metricKey(header: string): string {
  const key = header
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return key === "" ? "metric" : key;
}
