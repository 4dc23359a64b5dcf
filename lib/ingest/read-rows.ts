import { AppError } from "@/lib/errors";
import { type Mapping, type MappingSource, sourcesOf } from "./mapping";
import { type CsvRecord, readCsv } from "./read-csv";

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

/** Which columns a table's files may have, and which of them hold whole numbers (a sum of scaled parts is rounded). */
export interface RowColumns {
  known: (column: string) => boolean;
  whole: (column: string) => boolean;
  /** Where the account is named through another table: its rows' ids and whose they are. */
  link: { column: string; through: string; accounts: ReadonlyMap<string, string> } | null;
}

/** The rows of a file in our columns: renamed, valued and grouped as a mapping says, or as they stand without one. */
export async function* readRows(
  path: string,
  { known, whole, link }: RowColumns,
  mapping: Mapping | null,
  shape: FileShape,
): AsyncGenerator<SourceRow> {
  const sources = mapping ? sourcesOf(mapping) : null;
  for (const name of [...(sources?.keys() ?? []), ...Object.keys(mapping?.constants ?? {})]) {
    if (!known(name)) throw new AppError("invalid", `The mapping fills "${name}", which this table does not have.`);
  }
  const grouped = new Map<string, Group>();
  const isGrouped = sources !== null && [...sources.values()].some((source) => source.group);
  for await (const record of readCsv(path)) {
    shape.records += 1;
    if (shape.records === 1) checkColumns(record, known, sources, mapping, shape);
    if (mapping && !wanted(record, mapping)) {
      shape.leftOut += 1;
      continue;
    }
    const row = rowOf(record, sources, mapping);
    if (link && !row.refused) follow(row, link);
    if (row.refused || !isGrouped || !sources) yield row;
    else gather(grouped, row, sources);
  }
  for (const group of grouped.values()) yield settle(group, sources ?? new Map(), whole);
}

function checkColumns(
  record: CsvRecord,
  known: (column: string) => boolean,
  sources: Map<string, MappingSource> | null,
  mapping: Mapping | null,
  shape: FileShape,
) {
  const names = Object.keys(record.cells);
  const read = sources
    ? [...[...sources.values()].map((source) => source.from), ...Object.keys(mapping?.only ?? {})]
    : null;
  for (const name of read ?? []) {
    if (!names.includes(name))
      throw new AppError("invalid", `The mapping reads "${name}", which the file does not have.`);
  }
  shape.ignored = names.filter((name) => (read ? !read.includes(name) : !known(name)));
}

function wanted(record: CsvRecord, mapping: Mapping): boolean {
  return Object.entries(mapping.only).every(([name, words]) => words.includes(record.cells[name]?.trim() ?? ""));
}

function rowOf(record: CsvRecord, sources: Map<string, MappingSource> | null, mapping: Mapping | null): SourceRow {
  const { line, wrongCount } = record;
  if (wrongCount !== null) {
    const reason = `has ${wrongCount} cells, the header ${Object.keys(record.cells).length}`;
    return { line, cells: {}, refused: { column: "", reason } };
  }
  if (!sources || !mapping) return { line, cells: record.cells };
  const cells: Record<string, string> = { ...mapping.constants };
  for (const [name, source] of sources) {
    const raw = record.cells[source.from] ?? "";
    const word = mapping.values[name]?.[raw.trim()] ?? raw;
    const scaled = source.times !== undefined && word.trim() !== "" ? Number(word) * source.times : null;
    cells[name] = scaled === null ? word : Number.isNaN(scaled) ? word : String(scaled);
  }
  return { line, cells };
}

function follow(row: SourceRow, { column, through, accounts }: NonNullable<RowColumns["link"]>) {
  const key = row.cells[column]?.trim() ?? "";
  const account = accounts.get(key);
  if (account !== undefined) row.cells[column] = account;
  else row.refused = { column, reason: `"${key}": no row of ${through} has this id, or rows of several accounts do` };
}

interface Group {
  row: SourceRow;
  numbers: Record<string, number>;
  seen: Record<string, Set<string>>;
}

function gather(groups: Map<string, Group>, row: SourceRow, sources: Map<string, MappingSource>) {
  const grain = Object.entries(row.cells).filter(([name]) => !sources.get(name)?.group);
  const key = JSON.stringify(grain);
  let group = groups.get(key);
  if (!group) {
    group = { row: { line: row.line, cells: { ...row.cells } }, numbers: {}, seen: {} };
    groups.set(key, group);
  }
  for (const [name, source] of sources) {
    const cell = row.cells[name]?.trim() ?? "";
    if (!source.group || source.group === "first" || (cell === "" && source.group !== "count")) continue;
    if (source.group === "count_distinct") {
      group.seen[name] = (group.seen[name] ?? new Set()).add(cell);
      continue;
    }
    const number = source.group === "count" ? 1 : Number(cell);
    if (Number.isNaN(number)) {
      group.row.refused ??= { column: name, reason: `line ${row.line}: "${cell}" is not a number` };
      continue;
    }
    const before = group.numbers[name];
    if (before === undefined) group.numbers[name] = number;
    else if (source.group === "min") group.numbers[name] = Math.min(before, number);
    else if (source.group === "max") group.numbers[name] = Math.max(before, number);
    else group.numbers[name] = before + number;
  }
}

function settle(group: Group, sources: Map<string, MappingSource>, whole: RowColumns["whole"]): SourceRow {
  for (const [name, source] of sources) {
    if (!source.group || source.group === "first") continue;
    const number = source.group === "count_distinct" ? group.seen[name]?.size : group.numbers[name];
    const scale = whole(name) ? 1 : 1e6;
    group.row.cells[name] = number === undefined ? "" : String(Math.round(number * scale) / scale);
  }
  return group.row;
}
