import { z } from "zod";
import { AppError } from "@/lib/errors";
import { decodeText } from "./decode-text";
import { DELIMITERS, detectDelimiter } from "./detect-delimiter";
import { detectEncoding } from "./detect-encoding";
import type { FileSource } from "./file-source";
import { findHeader } from "./find-header";
import { readSheets, XLSX_MAGIC } from "./read-xlsx";
import { sampleRecords } from "./sample-records";

/** How a file is written, and in words what says so. */
export const Dialect = z.strictObject({
  format: z.enum(["csv", "xlsx"]),
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
  delimiter: z.enum(DELIMITERS),
  /** The physical line (a sheet's row) that names the columns. */
  headerLine: z.number().int().positive(),
  sheet: z.string().nullable(),
  evidence: z.array(z.string()),
});
export type Dialect = z.infer<typeof Dialect>;

/** What a person may say about how a file is written, each in place of what would be detected. */
export const ChosenDialect = Dialect.pick({ encoding: true, delimiter: true, headerLine: true, sheet: true }).partial();
export type ChosenDialect = z.infer<typeof ChosenDialect>;

/** What there is to choose from: a workbook's sheets, and the first records, of which one names the columns. */
export interface DialectChoices {
  sheets: string[];
  lines: Array<{ line: number; cells: string[] }>;
}

const SAMPLE_CHARACTERS = 128 * 1024;
const MOST_LINES = 12;
const MOST_CELLS = 8;

/** Finds out how a file is written. What a person has chosen stands in place of what would be detected. Throws an AppError
 * for what is no table at all. */
export async function detectDialect(source: FileSource, chosen: ChosenDialect = {}): Promise<Dialect> {
  return (await lookAtFile(source, chosen)).dialect;
}

/** How a file is written, and what else a person could say of it. */
export async function lookAtFile(
  source: FileSource,
  chosen: ChosenDialect,
): Promise<{ dialect: Dialect; choices: DialectChoices }> {
  const magic = await firstBytes(source);
  if (magic.equals(XLSX_MAGIC)) return lookAtSheets(source, chosen);
  if (magic.equals(OLD_EXCEL))
    throw new AppError(
      "invalid",
      `${source.name} is an old Excel file (.xls) or has a password. Save it as .xlsx or CSV.`,
    );
  const { encoding, evidence: said } = await detectEncoding(source);
  const { text, isWhole } = await sampleText(source, chosen.encoding ?? encoding);
  if (text.trim() === "")
    throw new AppError("invalid", `${source.name} is empty: the first line must name the columns.`);
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text))
    throw new AppError("invalid", `${source.name} is a web page or XML, whatever its name. Export it as CSV or XLSX.`);
  const evidence = [chosen.encoding ? `${chosen.encoding}, as chosen` : said];
  const stated = /^sep=([,;\t|])(?=\r|\n)/i.exec(text)?.[1];
  const fromLine = stated ? 2 : 1;
  const detected = stated
    ? { delimiter: DELIMITERS.find((one) => one === stated) ?? ",", evidence: `line 1 says sep=${stated}` }
    : detectDelimiter(text, isWhole, fromLine);
  evidence.push(chosen.delimiter ? "the delimiter is as chosen" : detected.evidence);
  const delimiter = chosen.delimiter ?? detected.delimiter;
  const records = sampleRecords(text, delimiter, isWhole, fromLine);
  const headerLine = chosen.headerLine ?? records[findHeader(records.map(({ cells }) => cells))]?.line ?? fromLine;
  evidence.push(...headerEvidence(headerLine, fromLine, "line", chosen));
  return {
    dialect: { format: "csv", encoding: chosen.encoding ?? encoding, delimiter, headerLine, sheet: null, evidence },
    choices: { sheets: [], lines: firstOf(records) },
  };
}

function firstOf(records: ReadonlyArray<{ line: number; cells: readonly string[] }>): DialectChoices["lines"] {
  return records.slice(0, MOST_LINES).map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, MOST_CELLS).map((cell) => cell.trim().slice(0, 40)),
  }));
}

const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

async function lookAtSheets(source: FileSource, chosen: ChosenDialect) {
  const sheets = await readSheets(source);
  const sheet = sheets.find(({ name }) => name === chosen.sheet) ?? sheets.find(({ rows }) => rows.length > 0);
  if (!sheet) throw new AppError("invalid", `${source.name} has no sheet with anything in it.`);
  if (chosen.sheet && sheet.name !== chosen.sheet)
    throw new AppError("invalid", `${source.name} has no sheet "${chosen.sheet}".`);
  const rows = sheet.rows.slice(0, 100).map((cells, index) => ({ line: index + 1, cells }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const headerLine = chosen.headerLine ?? filled[findHeader(filled.map(({ cells }) => cells))]?.line ?? 1;
  const others = sheets.filter((other) => other !== sheet).map(({ name }) => `"${name}"`);
  const evidence = [`sheet "${sheet.name}"${others.length ? `; not read: ${others.join(", ")}` : ""}`];
  if (sheet.percents > 0) evidence.push(percentEvidence(sheet.percents));
  evidence.push(...headerEvidence(headerLine, 1, "row", chosen));
  const written = { format: "xlsx", encoding: "utf-8", delimiter: "," } as const;
  return {
    dialect: { ...written, headerLine, sheet: sheet.name, evidence },
    choices: { sheets: sheets.map(({ name }) => name), lines: firstOf(filled) },
  };
}

function percentEvidence(cells: number): string {
  const said = cells === 1 ? "1 cell is" : `${cells} cells are`;
  return `${said} shown as percent and read so: 66%, not 0.66`;
}

function headerEvidence(headerLine: number, first: number, what: string, chosen: ChosenDialect): string[] {
  if (chosen.headerLine) return [`the columns are named in ${what} ${headerLine}, as chosen`];
  if (headerLine === first) return [];
  return [`the columns are named in ${what} ${headerLine}; what stands above is a title`];
}

async function firstBytes(source: FileSource): Promise<Buffer> {
  let head = Buffer.alloc(0);
  for await (const chunk of source.open()) {
    head = Buffer.concat([head, chunk.subarray(0, 4)]);
    if (head.length >= 4) break;
  }
  return head.subarray(0, 4);
}

async function sampleText(source: FileSource, encoding: Dialect["encoding"]) {
  let text = "";
  for await (const piece of decodeText(source, encoding)) {
    text += piece;
    if (text.length >= SAMPLE_CHARACTERS) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}
