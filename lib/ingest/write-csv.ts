import { stringify } from "csv-stringify/sync";
import { guardText } from "./guard-text";
import type { OutCell, OutTable } from "./out-table";

const BATCH = 500;
// Also quoted: what another dialect would have to quote, for programs that expect semicolons or tabs.
const STYLE = { record_delimiter: "\r\n", quoted_match: /[\r\n;\t|]|^\s|\s$/, cast: { boolean: String } } as const;

/** A table as CSV (RFC 4180, UTF-8 with the mark by which spreadsheets know it), in pieces. */
export async function* writeCsv({ header, rows }: OutTable): AsyncGenerator<string> {
  yield `\uFEFF${stringify([header.map(guardText)], STYLE)}`;
  let batch: OutCell[][] = [];
  for await (const row of rows) {
    batch.push(row.map((cell) => (typeof cell === "string" ? guardText(cell) : cell)));
    if (batch.length < BATCH) continue;
    yield stringify(batch, STYLE);
    batch = [];
  }
  if (batch.length > 0) yield stringify(batch, STYLE);
}
