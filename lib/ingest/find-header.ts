/** Where the header is among a file's first records: below title lines, which hold one value (two where the table is wide).
 * Conservative: the first record is the header unless a later one is plainly better. */
export function findHeader(records: ReadonlyArray<readonly string[]>): number {
  const width = commonWidth(records);
  for (const [index, record] of records.entries()) {
    const filled = record.filter((cell) => cell.trim() !== "").length;
    const isTitle = filled <= 1 ? record.length !== width || width > 2 : filled === 2 && width >= 5;
    if (width >= 2 && isTitle) continue;
    return isNaming(record) && record.length === width ? index : 0;
  }
  return 0;
}

/** The number of cells that most records have; of equals, the larger. */
export function commonWidth(records: ReadonlyArray<readonly string[]>): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}

/** Whether a record's cells could be names of columns: none empty, none twice, none a number. */
export function isNaming(record: readonly string[]): boolean {
  const names = record.map((cell) => cell.trim());
  const isName = (name: string) => name !== "" && !/^[\d.,\s%$€£-]+$/.test(name);
  return names.every(isName) && new Set(names).size === names.length;
}
