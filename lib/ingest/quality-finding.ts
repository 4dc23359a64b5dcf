import type { Day } from "@/lib/core/calendar";
import type { Mapping } from "./mapping";
import type { TableSpec } from "./table-spec";

/** Something about a file that a person should know before it is written. `stops`: rows are refused; `warns`: they are taken
 * as they are; `leak`: the column tells the outcome and is left out unless a person insists. */
export interface Finding {
  kind:
    | "duplicates"
    | "conflicts"
    | "orphans"
    | "future"
    | "before_customer"
    | "after_end"
    | "negative"
    | "constant"
    | "leak";
  /** Our column, where the finding is about one, and theirs that it comes from. */
  column: string | null;
  from: string | null;
  count: number;
  examples: Array<{ line: number; text: string }>;
  text: string;
  severity: "stops" | "warns" | "leak";
}

/** A finding before the file's own name of its column is known. */
export type Found = Omit<Finding, "from">;

export interface ToInspect {
  spec: TableSpec;
  today: Day;
  mapping: Mapping | null;
  /** The import whose rows may wait for their accounts. */
  importId: number | null;
}

/** "1 row", "1,200 rows". */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`;
}
