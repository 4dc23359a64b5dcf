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

const SAMPLE_CHARACTERS = 128 * 1024;

/** Finds out how a file is written. What a person has chosen stands in place of what would be detected. Throws an AppError
 * for what is no table at all. */
export async function detectDialect(
  source: FileSource,
  chosen: Partial<Pick<Dialect, "encoding" | "delimiter" | "headerLine" | "sheet">> = {},
): Promise<Dialect> {
  const magic = await firstBytes(source);
  if (magic.equals(XLSX_MAGIC)) return sheetDialect(source, chosen);
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
  evidence.push(...headerEvidence(headerLine, fromLine, "line"));
  return { format: "csv", encoding: chosen.encoding ?? encoding, delimiter, headerLine, sheet: null, evidence };
}

const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

async function sheetDialect(source: FileSource, chosen: { headerLine?: number; sheet?: string | null }) {
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
  evidence.push(...headerEvidence(headerLine, 1, "row"));
  return { format: "xlsx", encoding: "utf-8", delimiter: ",", headerLine, sheet: sheet.name, evidence } as const;
}

function headerEvidence(headerLine: number, first: number, what: string): string[] {
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
