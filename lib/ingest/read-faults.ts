import type { Pool, PoolClient } from "pg";

export type Fault = { line: number; field: string; reason: string };

const LINES_AT_ONCE = 10_000;

/** The faults of an import in the order of its lines. So many lines are asked for at once, not so many faults: however little
 * the database knows of a table that was written a moment ago, it sorts no more than those. */
export async function* readFaults(from: Pool | PoolClient, importId: number): AsyncGenerator<Fault, void> {
  const { rows } = await from.query<{ first: number | null; last: number | null }>(
    "select min(line) as first, max(line) as last from import_faults where import_id = $1",
    [importId],
  );
  const { first, last } = rows[0] ?? {};
  for (let line = first ?? 0; line <= (last ?? -1); line += LINES_AT_ONCE) {
    const { rows: faults } = await from.query<Fault>(
      `select line, field, reason from import_faults where import_id = $1 and line between $2 and $3 order by line, id`,
      [importId, line, line + LINES_AT_ONCE - 1],
    );
    yield* faults;
  }
}
