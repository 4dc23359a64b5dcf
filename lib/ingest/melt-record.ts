import { AppError } from "@/lib/errors";
import type { Mapping } from "./mapping";
import { sourcesOf } from "./mapping";
import { parseCell } from "./parse-cell";
import type { CsvRecord } from "./read-records";
import type { FileShape, SourceRow } from "./read-rows";
import { accountColumnOf } from "./stage";
import { type TableSpec, targetOf } from "./table-spec";
import { formatOf } from "./value-reader";

/** A row of metrics for each filled cell that the mapping melts; a record without any is counted as left out. */
export function* meltRecord(
  { cells }: CsvRecord,
  row: SourceRow,
  mapping: Mapping,
  shape: FileShape,
): Generator<SourceRow> {
  let filled = 0;
  for (const [theirs, key] of Object.entries(mapping.melt)) {
    const cell = parseCell({ name: theirs, type: "number" }, cells[theirs] ?? "", formatOf(mapping, theirs));
    if (cell.kind === "blank") continue;
    filled += 1;
    if (cell.kind === "value") yield { line: row.line, cells: { ...row.cells, key, value: cell.text } };
    else {
      const reason = cell.kind === "refused" ? cell.reason : "a metric's value cannot be cleared";
      yield { line: row.line, cells: row.cells, refused: { column: theirs, reason } };
    }
  }
  if (filled === 0) shape.leftOut += 1;
}

/** The mapping that reads a file of another table once more for its custom metrics; null where it names none. */
export function metricsMapping(mapping: Mapping, spec: TableSpec): Mapping | null {
  const [first] = Object.keys(mapping.melt);
  if (first === undefined || spec.table === "metrics") return null;
  const accountColumn = accountColumnOf(spec);
  const dated = spec.columns.find((column) => targetOf(column) === spec.dated)?.name ?? "";
  const sources = sourcesOf(mapping);
  const [account, day] = [sources.get(accountColumn), sources.get(dated)];
  if (!spec.feed || !account || !day) {
    const advice = spec.table === "accounts" ? `take "${first}" as attributes.${first} instead` : `map ${dated} first`;
    throw new AppError("invalid", `A custom metric needs an account and a day: ${advice}.`);
  }
  return { ...mapping, columns: { account_id: account, day }, constants: {}, values: {}, quietDays: "unknown" };
}
