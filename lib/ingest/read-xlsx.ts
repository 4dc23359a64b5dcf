import readExcelFile from "read-excel-file/node";
import { AppError } from "@/lib/errors";
import { bytesOf, type FileSource } from "./file-source";
import { percentCells } from "./percent-cells";
import { zipEntries } from "./zip-entries";

export const XLSX_MAGIC = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

const MEGABYTE = 1024 * 1024;
const MAX_SHEETS = 20 * MEGABYTE;
/** What a workbook may unpack to: a small file can hold terabytes. */
const MAX_UNPACKED = 200 * MEGABYTE;

export interface Sheet {
  name: string;
  /** Cells as text: dates in ISO form, numbers with a decimal point, percents as 66%; row 1 first, blank rows empty. */
  rows: string[][];
  /** How many cells are shown as percent. */
  percents: number;
}

/** The sheets of an .xlsx workbook. Throws an AppError for what is too large or no workbook. */
export async function readSheets(source: FileSource): Promise<Sheet[]> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of bytesOf(source, MAX_SHEETS)) pieces.push(chunk);
  const bytes = Buffer.concat(pieces);
  let unpacked = 0;
  for (const entry of zipEntries(bytes).values()) unpacked += entry.unpacked;
  if (unpacked > MAX_UNPACKED)
    throw new AppError("invalid", `${source.name} unpacks to more than 200 MB. Save the sheet as CSV and import that.`);
  try {
    const sheets = await readExcelFile(bytes);
    const percents = percentCells(bytes);
    return sheets.map(({ sheet, data }, index) => sheetOf(sheet, data, percents[index] ?? new Set()));
  } catch (error) {
    const why = (error as Error).message;
    throw new AppError("invalid", `${source.name} cannot be read as an Excel workbook: ${why}`, {}, { cause: error });
  }
}

function sheetOf(name: string, data: readonly (readonly unknown[])[], percents: ReadonlySet<string>): Sheet {
  const rows = data.map((row, r) =>
    row.map((value, column) => (percents.has(`${letters(column)}${r + 1}`) ? percentOf(value) : textOf(value))),
  );
  return { name, rows, percents: percents.size };
}

/** A column's letters: 0 is A, 26 is AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** A fraction as the sheet shows it; 0.07 × 100 is 7 and not 7.000000000000001. */
function percentOf(value: unknown): string {
  return typeof value === "number" ? `${textOf(Number((value * 100).toPrecision(15)))}%` : textOf(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : dateText(value);
  // One more digit, so that 1.234 cannot be taken for a thousand.
  if (typeof value === "number") return String(value).replace(/^(-?\d{1,3}\.\d{3})$/, "$10");
  return String(value);
}

/** The date as ISO text, to the second: a sheet's dates are fractions of days and miss it by milliseconds. */
function dateText(date: Date): string {
  const [day, time] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().split(/[T.]/);
  return time === "00:00:00" ? `${day}` : `${day} ${time}`;
}
