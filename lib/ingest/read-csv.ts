import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { AppError } from "@/lib/errors";

/** One record of a file: its cells by header, and the physical line it begins on. */
export interface CsvRecord {
  line: number;
  cells: Record<string, string>;
  /** Set where the number of cells is not the header's. */
  wrongCount: number | null;
}

const MAX_COLUMNS = 200;
const MAX_RECORD = 64 * 1024;

/** Reads a UTF-8 CSV file (RFC 4180, with or without a byte-order mark; LF, CR or CRLF) record by record.
 * Throws an AppError that names the line for what makes the rest of a file unreadable. */
export async function* readCsv(path: string): AsyncGenerator<CsvRecord> {
  let header: string[] | null = null;
  const parser = parse({ info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: MAX_RECORD });
  const source = Readable.from(textOf(path));
  source.on("error", (error) => parser.destroy(error)).pipe(parser);
  let line = 1;
  try {
    for await (const item of parser) {
      const { record, info } = item as { record: string[]; info: { lines: number } };
      if (!header) header = checkedHeader(record);
      else {
        const cells = Object.fromEntries(header.map((name, index) => [name, record[index] ?? ""]));
        yield { line, cells, wrongCount: record.length === header.length ? null : record.length };
      }
      line = info.lines + 1;
    }
  } catch (error) {
    throw error instanceof AppError ? error : await unreadable(path, error as CsvError, line);
  }
  if (!header) throw new AppError("invalid", `${path} is empty: the first line must name the columns.`);
}

async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new AppError("not_found", `There is no file ${path}.`);
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      throw new AppError("invalid", `${path} is not UTF-8 text. Save it as CSV UTF-8 and import it again.`);
    throw error;
  }
}

function checkedHeader(record: string[]): string[] {
  const names = record.map((name) => name.trim());
  if (names.length > MAX_COLUMNS)
    throw new AppError("invalid", `The file has ${names.length} columns; ${MAX_COLUMNS} is the most.`);
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (!name) throw new AppError("invalid", `Column ${index + 1} has no name in line 1.`);
    if (["__proto__", "constructor", "prototype"].includes(name))
      throw new AppError("invalid", `A column may not be named ${name}.`);
    if (seen.has(name)) throw new AppError("invalid", `Two columns are named "${name}".`);
    seen.add(name);
  }
  return names;
}

async function unreadable(path: string, error: CsvError, line: number): Promise<Error> {
  if (!error.code?.startsWith("CSV_")) return error;
  let lines = 0;
  for await (const _ of createInterface({ input: createReadStream(path) })) lines += 1;
  const what =
    error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "a quote is opened and never closed"
      : error.code === "CSV_MAX_RECORD_SIZE"
        ? "a record is longer than 64 kB"
        : "a quote stands where none may";
  const message = `${path}, line ${line}: ${what}. Lines ${line} to ${Math.max(lines, line)} were not read; nothing was imported.`;
  return new AppError("invalid", message, {}, { cause: error });
}
