import type { Feed } from "@/lib/core/measures/columns";

/** What a cell holds. `money` is in major units in files and in minor units of the row's currency in tables. */
export type CellType = "text" | "day" | "instant" | "integer" | "number" | "money" | "boolean" | "json";

export interface ColumnSpec {
  /** The column's name in files. */
  name: string;
  type: CellType;
  /** The column's name in the table, where it differs. */
  into?: string;
  required?: boolean;
  values?: readonly string[];
  min?: number;
  max?: number;
  /** What a new row has where the file says nothing. */
  otherwise?: string;
  /** It says something of the figures beside it: blank is `otherwise` again, whatever the row had. */
  isOfFigure?: boolean;
}

/** A table that files may fill. Every row belongs to an account, named by `account_id`. */
export interface TableSpec {
  table: string;
  feed: Feed | null;
  columns: readonly ColumnSpec[];
  /** Key columns of the table beside the account. */
  key: readonly string[];
  /** Where the source gives no `id`: the columns whose values make one, so that a second import finds the row. */
  idFrom?: readonly string[];
  /** The column that dates a row. */
  dated: string;
  /** Columns beyond the listed ones that the table takes: those with this prefix, gathered as JSON under one name. */
  extras?: { into: string; prefix: string };
  /** Columns that our own exports add and that an import passes over without a word. */
  computed?: readonly string[];
}

/** The column's name in the table. */
export function targetOf(column: ColumnSpec): string {
  return column.into ?? column.name;
}
