import type { ColumnProfile } from "./column-profile";
import { type Formats, type Mapping, sourcesOf } from "./mapping";
import type { TableSpec } from "./table-spec";

const DATED = ["day", "instant"];
const NUMERIC = ["integer", "number", "money"];

/** Sets the formats that the cells prove: the file's where its columns agree, else the column's own. What is ambiguous stays
 * open. */
export function draftFormats(spec: TableSpec, mapping: Mapping, profiles: readonly ColumnProfile[]): void {
  const proven = readColumns(spec, mapping, profiles).map(({ profile, kind }) => ({
    header: profile.header,
    dates: kind === "dates" ? decided(profile.dateOrder) : undefined,
    decimal: kind === "decimal" ? decided(profile.decimal) : undefined,
  }));
  for (const kind of ["dates", "decimal"] as const) {
    const found = proven.filter((one) => one[kind] !== undefined);
    const all = [...new Set(found.map((one) => one[kind]))];
    const isPlain = (value: Formats[typeof kind]) => value === "iso" || value === ".";
    if (all.length === 1) {
      if (!isPlain(all[0])) Object.assign(mapping.formats, { [kind]: all[0] });
      continue;
    }
    for (const one of found) {
      if (!isPlain(one[kind]))
        mapping.columnFormats[one.header] = { ...mapping.columnFormats[one.header], [kind]: one[kind] };
    }
  }
}

/** The columns of a file that are read as dates or as numbers. */
export function readColumns(
  spec: TableSpec,
  mapping: Mapping,
  profiles: readonly ColumnProfile[],
): Array<{ profile: ColumnProfile; kind: "dates" | "decimal" }> {
  const kinds = new Map<string, "dates" | "decimal">(Object.keys(mapping.melt).map((from) => [from, "decimal"]));
  for (const [name, { from }] of sourcesOf(mapping)) {
    const type = spec.columns.find((column) => column.name === name)?.type ?? "text";
    if (DATED.includes(type)) kinds.set(from, "dates");
    if (NUMERIC.includes(type)) kinds.set(from, "decimal");
  }
  return profiles.flatMap((profile) => {
    const kind = kinds.get(profile.header);
    return kind ? [{ profile, kind }] : [];
  });
}

function decided<Found extends string>(found: Found | null): Exclude<Found, "ambiguous"> | undefined {
  return found === null || found === "ambiguous" ? undefined : (found as Exclude<Found, "ambiguous">);
}
