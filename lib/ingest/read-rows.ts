import { AppError } from "@/lib/errors";
import { type AccountIds, foldKey, lookupKey, unknownKey } from "./account-key";
import { gatherRow, type RowGroup, settleGroup } from "./group-rows";
import { columnsRead, type Mapping, type MappingSource, sourcesOf } from "./mapping";
import { meltRecord } from "./melt-record";
import type { CsvRecord } from "./read-records";
import { spreadPeriod } from "./spread-period";
import { accountColumnOf, knows } from "./stage";
import type { TableSpec } from "./table-spec";
import { valueReader } from "./value-reader";

/** A row of ours before its cells are read: raw text by our column names. A row that cannot be used carries why. */
export interface SourceRow {
  line: number;
  cells: Record<string, string>;
  refused?: { column: string; reason: string };
}

/** What a file's columns turned out to be. */
export interface FileShape {
  records: number;
  leftOut: number;
  ignored: string[];
}

/** The table that rows are for, and what is known of accounts when they are read. */
export interface RowTarget {
  spec: TableSpec;
  /** Where the account column holds keys of another table or file: its name and whose each key is. */
  link?: { name: string; accounts: ReadonlyMap<string, string> } | null;
  /** Where the account column holds a name or a domain (`accountBy`): the accounts by it. */
  accounts?: AccountIds | null;
}

/** The rows that a file's records make in our columns: renamed, valued, linked, grouped, melted and spread as a mapping
 * says, or as they stand without one. One record may make several rows, which have its line. */
export async function* readRows(
  records: AsyncIterable<CsvRecord>,
  target: RowTarget,
  mapping: Mapping | null,
  shape: FileShape,
): AsyncGenerator<SourceRow> {
  if (!mapping) {
    yield* asTheyStand(records, target.spec, shape);
    return;
  }
  const sources = checkedSources(mapping, target.spec);
  const isGrouped = [...sources.values()].some((source) => source.group);
  const read = valueReader(target.spec, mapping, sources, isGrouped);
  const follow = accountReader(target, mapping);
  const groups = new Map<string, RowGroup>();
  const isMelted = target.spec.table === "metrics" && Object.keys(mapping.melt).length > 0;
  const only = Object.entries(mapping.only).map(([name, words]) => ({ name, words: new Set(words.map(foldKey)) }));
  for await (const record of records) {
    shape.records += 1;
    if (shape.records === 1) checkColumns(record, mapping, shape);
    if (!only.every(({ name, words }) => words.has(foldKey(record.cells[name] ?? "")))) {
      shape.leftOut += 1;
      continue;
    }
    const row = unusable(record) ?? follow(read(record));
    if (row.refused) yield row;
    else if (isMelted) yield* meltRecord(record, row, mapping, shape);
    else if (isGrouped) gatherRow(groups, row, sources);
    else yield* spread(row, target.spec, mapping);
  }
  const isWhole = (name: string) => target.spec.columns.some((one) => one.name === name && one.type === "integer");
  for (const group of groups.values()) yield* spread(settleGroup(group, sources, isWhole), target.spec, mapping);
}

async function* asTheyStand(records: AsyncIterable<CsvRecord>, spec: TableSpec, shape: FileShape) {
  const isKnown = knows(spec);
  for await (const record of records) {
    shape.records += 1;
    if (shape.records === 1)
      shape.ignored = Object.keys(record.cells).filter((name) => !isKnown(name) && !spec.computed?.includes(name));
    yield unusable(record) ?? { line: record.line, cells: record.cells };
  }
}

function checkedSources(mapping: Mapping, spec: TableSpec): Map<string, MappingSource> {
  const sources = sourcesOf(mapping);
  const isKnown = knows(spec);
  for (const name of [...sources.keys(), ...Object.keys(mapping.constants)]) {
    if (!isKnown(name)) throw new AppError("invalid", `The mapping fills "${name}", which this table does not have.`);
  }
  for (const [name, { link, through }] of sources) {
    if (!link && !through) continue;
    if (name !== accountColumnOf(spec))
      throw new AppError("invalid", `The mapping joins "${name}", but only the account can be joined.`);
    if (link && !mapping.links[link])
      throw new AppError("invalid", `The mapping joins through "${link}", which its links do not name.`);
  }
  if (mapping.every !== "day" && spec.table !== "usage_days" && spec.table !== "metrics")
    throw new AppError("invalid", `Only usage can be given by ${mapping.every}.`);
  return sources;
}

function checkColumns(record: CsvRecord, mapping: Mapping, shape: FileShape) {
  const names = Object.keys(record.cells);
  const read = columnsRead(mapping);
  const missing = read.find((name) => !names.includes(name));
  if (missing !== undefined)
    throw new AppError("invalid", `The mapping reads "${missing}", which the file does not have.`);
  shape.ignored = names.filter((name) => !read.includes(name));
}

function unusable({ line, cells, wrongCount, fault }: CsvRecord): SourceRow | null {
  if (fault) return { line, cells: {}, refused: fault };
  if (wrongCount === null) return null;
  const reason = `has ${wrongCount} cells, the header ${Object.keys(cells).length}`;
  return { line, cells: {}, refused: { column: "", reason } };
}

/** Turns the account column's cell into our external id. What nobody answers to stays, saying what it is. */
function accountReader({ spec, link, accounts }: RowTarget, mapping: Mapping): (row: SourceRow) => SourceRow {
  const column = accountColumnOf(spec);
  const matches = new Map(Object.entries(mapping.accountMatches).map(([key, id]) => [foldKey(key), id]));
  const by = mapping.accountBy;
  return (row) => {
    let key = row.cells[column]?.trim() ?? "";
    if (row.refused || key === "" || key === "NULL") return row;
    if (link) {
      const account = link.accounts.get(key) ?? link.accounts.get(foldKey(key));
      if (account === undefined) {
        const reason = `"${key}": no row of ${link.name} has this id, or rows of several accounts do`;
        return { ...row, refused: { column, reason } };
      }
      key = account;
    }
    const matched = matches.get(foldKey(key)) ?? (accounts ? accounts.get(lookupKey(by, key)) : key);
    if (matched === null) return { ...row, refused: { column, reason: `"${key}": several accounts have this ${by}` } };
    // A new account of an accounts file keeps its key as it is.
    row.cells[column] = matched ?? (spec.table === "accounts" ? key : unknownKey(by, key));
    return row;
  };
}

function* spread(row: SourceRow, spec: TableSpec, { every, periodIs }: Mapping): Generator<SourceRow> {
  if (every === "day" || spec.table !== "usage_days") yield row;
  else yield* spreadPeriod(row, { every, periodIs });
}
