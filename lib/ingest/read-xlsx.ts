import readExcelFile from "read-excel-file/node";
import { AppError } from "@/lib/errors";
import { bytesOf, type FileSource } from "./file-source";

export const XLSX_MAGIC = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

const MEGABYTE = 1024 * 1024;
const MAX_SHEETS = 20 * MEGABYTE;
/** What a workbook may unpack to: a small file can hold terabytes. */
const MAX_UNPACKED = 200 * MEGABYTE;

export interface Sheet {
  name: string;
  /** Cells as text: dates in ISO form, numbers with a decimal point; row 1 first, blank rows empty. */
  rows: string[][];
}

/** The sheets of an .xlsx workbook. Throws an AppError for what is too large or no workbook. */
export async function readSheets(source: FileSource): Promise<Sheet[]> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of bytesOf(source, MAX_SHEETS)) pieces.push(chunk);
  const bytes = Buffer.concat(pieces);
  if (unpackedSize(bytes) > MAX_UNPACKED)
    throw new AppError("invalid", `${source.name} unpacks to more than 200 MB. Save the sheet as CSV and import that.`);
  try {
    const sheets = await readExcelFile(bytes);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }));
  } catch (error) {
    const why = (error as Error).message;
    throw new AppError("invalid", `${source.name} cannot be read as an Excel workbook: ${why}`, {}, { cause: error });
  }
}

/** The sum of unpacked sizes in a zip archive's directory. */
function unpackedSize(bytes: Buffer): number {
  let size = 0;
  const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = bytes.indexOf(entry); at >= 0 && at + 28 <= bytes.length; at = bytes.indexOf(entry, at + 4)) {
    size += bytes.readUInt32LE(at + 24);
  }
  return size;
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
