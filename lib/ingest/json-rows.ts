import { minorDigits } from "@/lib/format";
import type { SourceRow } from "./read-rows";
import type { TableSpec } from "./table-spec";

/** A row of JSON, read by its table's schema, as the cells of a file: null clears, minor units become whole ones. The line
 * is the row's index. Of money given twice nothing is guessed. */
export function sourceRow(
  spec: TableSpec,
  row: Readonly<Record<string, unknown>>,
  index: number,
  workspaceCurrency: string,
): SourceRow {
  const cells: Record<string, string> = {};
  const currency = typeof row.currency === "string" ? row.currency.toUpperCase() : workspaceCurrency;
  const digits = /^[A-Z]{3}$/.test(currency) ? minorDigits(currency) : 2;
  let refused: SourceRow["refused"];
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined) continue;
    if (name === spec.extras?.into) {
      for (const [key, extra] of Object.entries(value as Record<string, unknown>)) {
        cells[`${spec.extras.prefix}${key}`] = cellOf(extra);
      }
      continue;
    }
    const money = spec.columns.find((column) => column.type === "money" && name === `${column.name}_cents`);
    if (money && row[money.name] !== undefined) {
      refused = { column: name, reason: `is given beside ${money.name}; give one of them` };
    } else if (money) cells[money.name] = ((value as number) / 10 ** digits).toFixed(digits);
    else cells[name] = cellOf(value);
  }
  return { line: index, cells, ...(refused && { refused }) };
}

function cellOf(value: unknown): string {
  if (value === null) return "NULL";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The reasons of a file's ledger, told of the rows of a request. */
export function rowReason(reason: string): string {
  return reason.replace(/\bin the file\b/g, "in the request").replace(/\bline (\d+)/g, "the row with index $1");
}
