import { foldKey } from "./account-key";
import type { Formats, Mapping, MappingSource } from "./mapping";
import { isMissing, parseCell } from "./parse-cell";
import type { CsvRecord } from "./read-records";
import type { SourceRow } from "./read-rows";
import type { ColumnSpec, TableSpec } from "./table-spec";

interface Reader {
  name: string;
  source: MappingSource;
  words: ReadonlyMap<string, string> | null;
  /** Whether the words say what a cell without one means. */
  hasBlank: boolean;
  /** How the cell is read into canonical text; null where staging reads it as it stands. */
  as: { column: ColumnSpec; format: Formats; isWhole: boolean } | null;
}

const NUMERIC = ["integer", "number", "money"];
const DATED = ["day", "instant"];

/** Turns records into rows of a table: each column from its source, words put into ours, dates and numbers of other
 * formats into ours, scaled. What cannot be read refuses the row by column. */
export function valueReader(
  spec: TableSpec,
  mapping: Mapping,
  sources: ReadonlyMap<string, MappingSource>,
  isGrouped: boolean,
): (record: CsvRecord) => SourceRow {
  const isCanonical = isGrouped || mapping.every !== "day";
  const readers = [...sources].map(([name, source]) => readerOf(name, source, spec, mapping, isCanonical));
  const hasCurrency = spec.columns.some((column) => column.name === "currency");
  return ({ line, cells: theirs }) => {
    const cells: Record<string, string> = { ...mapping.constants };
    for (const { name, source, words, hasBlank, as } of readers) {
      const raw = source.and ? joined(theirs, [source.from, ...source.and]) : (theirs[source.from] ?? "");
      const word = words?.get(foldKey(raw)) ?? (hasBlank && isMissing(raw, false) ? words?.get("") : null) ?? raw;
      if (!as || isMonth(word, name, mapping)) {
        cells[name] = word;
        continue;
      }
      const cell = parseCell(as.column, word, as.format);
      if (cell.kind === "refused") return { line, cells, refused: { column: name, reason: cell.reason } };
      if (cell.kind === "value") {
        cells[name] = scaled(cell.text, source.times, as.isWhole && !source.group);
        // What an amount's own sign says stands where no column says it.
        if (cell.currency && hasCurrency && !sources.has("currency")) cells.currency ??= cell.currency;
      } else cells[name] = cell.kind === "cleared" ? "NULL" : "";
    }
    return { line, cells };
  };
}

function readerOf(
  name: string,
  source: MappingSource,
  spec: TableSpec,
  mapping: Mapping,
  isCanonical: boolean,
): Reader {
  const given = mapping.values[name];
  const words = given ? new Map(Object.entries(given).map(([theirs, ours]) => [foldKey(theirs), ours])) : null;
  const column = spec.columns.find((one) => one.name === name);
  const hasBlank = words?.has("") ?? false;
  const isCounted = source.group === "count" || source.group === "count_distinct";
  if (!column || isCounted) return { name, source, words, hasBlank, as: null };
  const format = formatOf(mapping, source.from);
  const isForeign =
    (DATED.includes(column.type) && format.dates !== undefined) ||
    (NUMERIC.includes(column.type) && (format.decimal !== undefined || source.times !== undefined));
  if (!isForeign && !isCanonical) return { name, source, words, hasBlank, as: null };
  // What is still to be scaled or summed is held to its column's limits afterwards, in staging.
  const isPart = NUMERIC.includes(column.type) && (source.times !== undefined || source.group !== undefined);
  const as = isPart ? { name, type: "number" as const } : column;
  return { name, source, words, hasBlank, as: { column: as, format, isWhole: column.type === "integer" } };
}

/** How a column of theirs is written: its own formats before the file's. */
export function formatOf(mapping: Mapping, theirs: string): Formats {
  return { ...mapping.formats, ...mapping.columnFormats[theirs] };
}

function joined(theirs: Record<string, string>, columns: string[]): string {
  const filled = columns.map((name) => theirs[name]?.trim() ?? "");
  return filled.filter((text) => text !== "").join(" ");
}

function isMonth(word: string, name: string, { every }: Mapping): boolean {
  return every === "month" && name === "day" && /^\s*\d{4}-\d{2}\s*$/.test(word);
}

function scaled(text: string, times: number | undefined, isWhole: boolean): string {
  if (times === undefined) return text;
  const product = Number(text) * times;
  return String(isWhole ? Math.round(product) : Math.round(product * 1e6) / 1e6);
}
