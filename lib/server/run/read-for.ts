import "server-only";
import type { ClientBase } from "pg";
import { loadSlices } from "@/db/days/load-slices";
import type { Day } from "@/lib/core/calendar";
import type { MeasureRequest } from "@/lib/core/measures/measure";
import { needsOf } from "@/lib/core/measures/needs";
import { readMeasures } from "@/lib/core/measures/read";

/** What measures read for some accounts on a day, by account in the order of the requests; null where missing or none. */
export async function readFor(
  client: ClientBase,
  asOf: Day,
  accountIds: readonly number[],
  requests: readonly MeasureRequest[],
): Promise<Map<number, (number | null)[]>> {
  const slices = await loadSlices(client, { asOf, needs: needsOf(requests), accountIds });
  const columns = readMeasures(requests, slices);
  const at = (column: Float64Array, i: number) => {
    const reading = column[i] as number;
    return Number.isFinite(reading) ? reading : null;
  };
  return new Map(Array.from(slices.accountIds, (id, i) => [id, columns.map((column) => at(column, i))]));
}
