import { minorDigits } from "@/lib/format";
import { ACCOUNTS } from "./account-table";
import { keepWord } from "./guard-text";
import type { OutCell } from "./out-table";
import { outCell } from "./read-table";
import type { ColumnSpec } from "./table-spec";

type Cells = Record<string, string | number | boolean | null>;
interface Account {
  cells: Cells;
  attributes: Cells;
}

const KEY: ColumnSpec = { name: "account_id", type: "text" };

/** Accounts as their file: its own columns, one for each attribute, then what was computed, which an import passes over. */
export function accountOutTable(accounts: readonly Account[], bookCurrency: string) {
  const prefix = ACCOUNTS.extras?.prefix ?? "";
  const attributes = [...new Set(accounts.flatMap((account) => Object.keys(account.attributes)))].sort();
  const computed = ACCOUNTS.computed ?? [];
  const columns = [KEY, ...ACCOUNTS.columns];
  const rowOf = ({ cells, attributes: known }: Account): OutCell[] => {
    const row: Cells = { ...cells, arr: cells.arr_cents ?? null };
    const inBook = cells.arr_in_book_cents ?? null;
    row.arr_in_book = inBook === null ? null : Number(inBook) / 10 ** minorDigits(bookCurrency);
    row.book_currency = inBook === null ? null : bookCurrency;
    return [
      ...columns.map((column) => outCell(column, row)),
      ...attributes.map((name) => attributeCell(known[name] ?? null)),
      ...computed.map((name) => row[name] ?? null),
    ];
  };
  const header = [...columns.map(({ name }) => name), ...attributes.map((name) => `${prefix}${name}`), ...computed];
  return { header, rows: accounts.map(rowOf) };
}

function attributeCell(value: OutCell): OutCell {
  return typeof value === "string" ? keepWord(value) : value;
}
