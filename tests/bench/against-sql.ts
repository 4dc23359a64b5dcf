import { loadSlices } from "@/db/days/load-slices";
import { needsOf } from "@/lib/core/measures/needs";
import { readMeasures } from "@/lib/core/measures/read";
import { withTransaction } from "@/lib/server/transaction";
import type { BenchDatabase } from "./bench-database";
import { sideBySide } from "./compare";
import { SIX, STRAIGHTFORWARD_SQL } from "./straightforward-sql";

const unlimited = { statementTimeoutMillis: 0 };

/** G3: the six measures of the default model by slices, against the same six by straightforward SQL; and whether the
 * readings of every account agree. */
export async function againstSql({ pool, today }: BenchDatabase) {
  const requests = SIX.map((key) => ({ key }));
  const bySlices = () =>
    withTransaction(
      pool,
      async ({ client }) => {
        const slices = await loadSlices(client, { asOf: today, needs: needsOf(requests) });
        return { ids: slices.accountIds, columns: readMeasures(requests, slices) };
      },
      unlimited,
    );
  const bySql = () =>
    withTransaction(
      pool,
      async ({ client }) => {
        await client.query("set local jit = off; set local work_mem = '256MB'");
        return client.query<(number | null)[]>({ rowMode: "array", text: STRAIGHTFORWARD_SQL, values: [today] });
      },
      unlimited,
    );
  const times = await sideBySide({ bySlices, bySql });
  const { ids, columns } = await bySlices();
  const { rows } = await bySql();
  const expected = new Map(rows.map(([id, ...readings]) => [id as number, readings]));
  let differences = Math.abs(ids.length - rows.length);
  for (const [i, id] of ids.entries())
    for (const [m, column] of columns.entries()) if (!agrees(column[i] as number, expected.get(id)?.[m])) differences++;
  return { ...times, differences, accounts: ids.length };
}

function agrees(reading: number, expected: number | null | undefined): boolean {
  if (expected === undefined) return false;
  if (expected === null) return Number.isNaN(reading);
  if (!Number.isFinite(expected)) return reading === expected;
  return Math.abs(reading - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}
