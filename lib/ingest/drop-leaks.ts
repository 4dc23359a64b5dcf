import type { PoolClient } from "pg";
import type { Finding } from "./quality-finding";
import { rejectWhere } from "./refused-rows";
import { type TableSpec, targetOf } from "./table-spec";

/** Takes what only the outcome can have told out of the stage: the cells of a column, the rows of a metric. */
export async function dropLeaks(
  client: PoolClient,
  spec: TableSpec,
  findings: ReadonlyArray<Pick<Finding, "column" | "severity">>,
): Promise<void> {
  for (const { column, severity } of findings) {
    if (severity !== "leak" || column === null) continue;
    const { extras } = spec;
    if (spec.table === "metrics") {
      const condition = `key = '${column.slice("metric:".length).replaceAll("'", "''")}'`;
      const reason = "'is of a metric that can only be known after the outcome, on which nobody insists'";
      await rejectWhere(client, condition, "key", reason);
    } else if (extras && column.startsWith(extras.prefix)) {
      await client.query(`update staged set "${extras.into}" = ("${extras.into}"::jsonb - $1::text)::text`, [
        column.slice(extras.prefix.length),
      ]);
    } else {
      const target = spec.columns.find(({ name }) => name === column);
      if (target) await client.query(`update staged set "${targetOf(target)}" = null`);
    }
  }
}
