import writeExcelFile, { type Row } from "write-excel-file/node";
import { AppError } from "@/lib/errors";
import { guardText } from "./guard-text";
import type { OutCell, OutTable } from "./out-table";

/** A workbook is built in memory, ten times slower than text. */
const MOST_ROWS = 200_000;

/** A table as an Excel workbook of one sheet: cells are text, numbers or booleans by type, never formulas. */
export async function writeXlsx({ header, rows }: OutTable, sheet: string): Promise<Uint8Array<ArrayBuffer>> {
  const data: Row[] = [header.map((name) => ({ value: guardText(name), type: String, fontWeight: "bold" }))];
  for await (const row of rows) {
    if (data.length > MOST_ROWS)
      throw new AppError("invalid", `${sheet} has more than ${MOST_ROWS} rows: write it as csv.`);
    data.push(row.map(typed));
  }
  const book = await writeExcelFile(data, { sheet: sheet.slice(0, 31), stickyRowsCount: 1 }).toBuffer();
  return new Uint8Array(book);
}

const typed = (cell: OutCell) => (typeof cell === "string" ? { value: guardText(cell), type: String } : cell);
