import { AppError } from "@/lib/errors";
import { checkHeaders } from "./check-headers";
import type { Dialect } from "./dialect";
import type { FileSource } from "./file-source";
import { readCsv } from "./read-csv";
import { readSheets } from "./read-xlsx";

/** One record of a file: its cells by header, and the physical line (a sheet's row) it begins on. */
export interface CsvRecord {
  line: number;
  cells: Record<string, string>;
  /** Set where the number of cells is not the header's. */
  wrongCount: number | null;
  /** Set where the record cannot be taken whatever it means; its cells may be missing. */
  fault: { column: string; reason: string } | null;
}

/** What reading gathers: records + notRead are all the physical records below the header. */
export interface RecordShape {
  headers: string[];
  records: number;
  /** Lines that were not read, from `unreadable.line` on. */
  notRead: number;
  unreadable: { line: number; reason: string } | null;
}

export const recordShape = (): RecordShape => ({ headers: [], records: 0, notRead: 0, unreadable: null });

/** A record as it stands in the file; a fault names the place of its cell. */
export interface RawRecord {
  line: number;
  cells: string[];
  fault: { cell: number; reason: string } | null;
}

/** Streams a file's records below its header line, in order. Every record is delivered or counted in `shape`.
 * Throws an AppError for a header that cannot name columns. */
export async function* readRecords(
  source: FileSource,
  dialect: Dialect,
  shape: RecordShape = recordShape(),
): AsyncGenerator<CsvRecord> {
  let headers: string[] | null = null;
  for await (const raw of dialect.format === "xlsx" ? sheetRows(source, dialect) : readCsv(source, dialect, shape)) {
    if (raw.line < dialect.headerLine) continue;
    if (!headers) {
      if (raw.fault) throw new AppError("invalid", `${source.name}, line ${raw.line}: the header ${raw.fault.reason}.`);
      headers = checkHeaders(raw.cells, raw.line);
      shape.headers = headers;
      continue;
    }
    shape.records += 1;
    yield recordOf(raw, headers);
  }
  if (headers) return;
  if (shape.unreadable)
    throw new AppError("invalid", `${source.name}, line ${shape.unreadable.line}: ${shape.unreadable.reason}.`);
  throw new AppError("invalid", `${source.name} is empty: the first line must name the columns.`);
}

function recordOf({ line, cells: values, fault }: RawRecord, headers: string[]): CsvRecord {
  const cells: Record<string, string> = {};
  for (let index = 0; index < headers.length; index += 1) cells[headers[index] ?? ""] = values[index] ?? "";
  return {
    line,
    cells,
    wrongCount: fault || values.length === headers.length ? null : values.length,
    fault: fault && { column: headers[fault.cell] ?? "", reason: fault.reason },
  };
}

async function* sheetRows(source: FileSource, dialect: Dialect): AsyncGenerator<RawRecord> {
  const sheet = (await readSheets(source)).find(({ name }) => name === dialect.sheet);
  if (!sheet) throw new AppError("invalid", `${source.name} has no sheet "${dialect.sheet}".`);
  let width = 0;
  for (const [index, row] of sheet.rows.entries()) {
    const filled = row.findLastIndex((cell) => cell !== "") + 1;
    if (filled === 0 || index + 1 < dialect.headerLine) continue;
    width ||= filled;
    yield { line: index + 1, cells: filled <= width ? row.slice(0, width) : row.slice(0, filled), fault: null };
  }
}
