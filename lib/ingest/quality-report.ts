import type { PoolClient } from "pg";
import { sourcesOf } from "./mapping";
import { findClashes, findOrphans } from "./quality-accounts";
import { findConstants } from "./quality-columns";
import { findOddDates } from "./quality-dates";
import { counted, type Finding, type Found, type ToInspect } from "./quality-finding";
import { findLeaks } from "./quality-leaks";

/** Looks at the rows that stand in the transaction's stage, after their accounts are known and before anything is written. */
export async function qualityReport(client: PoolClient, inspected: ToInspect): Promise<Finding[]> {
  const found = [
    ...(await findClashes(client, inspected.spec)),
    ...(await findOrphans(client, inspected)),
    ...(await findOddDates(client, inspected)),
    ...(await findNegatives(client)),
    ...(await findConstants(client, inspected)),
    ...(await findLeaks(client, inspected)),
  ];
  return named(found, inspected);
}

/** Only the columns that tell the outcome and are left out for it: what an import needs that nobody looks at. */
export async function leakReport(client: PoolClient, inspected: ToInspect): Promise<Finding[]> {
  const isMeasured = inspected.spec.table === "accounts" || inspected.spec.table === "metrics";
  return isMeasured && inspected.mapping ? named(await findLeaks(client, inspected), inspected) : [];
}

/** Findings with the file's own names of their columns. */
function named(found: readonly Found[], inspected: ToInspect): Finding[] {
  const sources = inspected.mapping ? sourcesOf(inspected.mapping) : null;
  return found.map((one) => {
    const melted = Object.entries(inspected.mapping?.melt ?? {}).find(([, key]) => `metric:${key}` === one.column)?.[0];
    return { ...one, from: melted ?? (one.column === null ? null : (sources?.get(one.column)?.from ?? one.column)) };
  });
}

async function findNegatives(client: PoolClient): Promise<Found[]> {
  const { rows } = await client.query<{ field: string } & Pick<Found, "count" | "examples">>(
    `select field, count(*)::int as count,
       (array_agg(json_build_object('line', line, 'text', reason) order by line))[1:5] as examples
     from refused where reason ~ '^-\\S* is below 0$' group by 1 order by min(line)`,
  );
  return rows.map(({ field, count, examples }) => ({
    ...{ kind: "negative", severity: "stops", column: field, count, examples },
    text: `${counted(count, "row")} with less than none in ${field}: refused`,
  }));
}
