import type { MappingSource } from "./mapping";
import type { SourceRow } from "./read-rows";

/** Rows gathered to their table's grain, which is every column without a `group`. */
export interface RowGroup {
  row: SourceRow;
  numbers: Record<string, number>;
  seen: Record<string, Set<string>>;
}

/** Adds a row to the group of its grain. */
export function gatherRow(groups: Map<string, RowGroup>, row: SourceRow, sources: Map<string, MappingSource>): void {
  const grain = Object.entries(row.cells).filter(([name]) => !sources.get(name)?.group);
  const key = JSON.stringify(grain);
  let group = groups.get(key);
  if (!group) {
    group = { row: { line: row.line, cells: { ...row.cells } }, numbers: {}, seen: {} };
    groups.set(key, group);
  }
  for (const [name, source] of sources) {
    const cell = row.cells[name]?.trim() ?? "";
    if (!source.group || source.group === "first" || (cell === "" && source.group !== "count")) continue;
    if (source.group === "count_distinct") {
      group.seen[name] = (group.seen[name] ?? new Set()).add(cell);
      continue;
    }
    const number = source.group === "count" ? 1 : Number(cell);
    if (Number.isNaN(number)) {
      group.row.refused ??= { column: name, reason: `line ${row.line}: "${cell}" is not a number` };
      continue;
    }
    const before = group.numbers[name];
    if (before === undefined) group.numbers[name] = number;
    else if (source.group === "min") group.numbers[name] = Math.min(before, number);
    else if (source.group === "max") group.numbers[name] = Math.max(before, number);
    else group.numbers[name] = before + number;
  }
}

/** The row that a group makes. A sum of scaled parts is rounded where its column holds whole numbers. */
export function settleGroup(
  group: RowGroup,
  sources: Map<string, MappingSource>,
  isWhole: (column: string) => boolean,
): SourceRow {
  for (const [name, source] of sources) {
    if (!source.group || source.group === "first") continue;
    const number = source.group === "count_distinct" ? group.seen[name]?.size : group.numbers[name];
    const scale = isWhole(name) ? 1 : 1e6;
    group.row.cells[name] = number === undefined ? "" : String(Math.round(number * scale) / scale);
  }
  return group.row;
}
