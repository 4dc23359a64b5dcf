import type { PoolClient } from "pg";
import type { Rejection } from "./stage";

/** Rejections told one by one where rows come by themselves: as many as a delivery may have rows. All are counted. */
const MOST_TOLD = 10_000;

/** Creates the transaction's table of rows that are not taken, `refused`: a file may have more of them than fit in memory. */
export async function createRefused(client: PoolClient): Promise<void> {
  await client.query("drop table if exists refused");
  await client.query("create temp table refused (line int not null, field text, reason text) on commit drop");
}

/** Takes rows out of the stage that meet a condition, naming each with its column and its reason (SQL texts). */
export async function refuseRows(client: PoolClient, condition: string, field: string, reason: string): Promise<void> {
  await client.query(
    `with gone as (delete from staged where ${condition} returning line, ${field} as field, ${reason} as reason)
     insert into refused select line, field, reason from gone`,
  );
}

/** Takes rows out of the stage that meet a condition, naming each with its reason (an SQL text). */
export async function rejectWhere(client: PoolClient, condition: string, column: string, reason: string) {
  await refuseRows(client, condition, `'${column}'`, reason);
}

/** How many rows were refused, and the first of them by line. */
export async function refusedRows(client: PoolClient): Promise<{ rejected: number; rejections: Rejection[] }> {
  const { rows: counts } = await client.query<{ rejected: number }>("select count(*)::int as rejected from refused");
  const { rows } = await client.query<Rejection>(
    `select line, field as "column", reason from refused order by line, ctid limit ${MOST_TOLD}`,
  );
  return { rejected: counts[0]?.rejected ?? 0, rejections: rows };
}

/** Writes the refused rows beside the import that they are of: all, or those of lines that are not there. Returns how many. */
export async function keepRefused(client: PoolClient, importId: number, which: "all" | "new lines"): Promise<number> {
  const { rowCount } = await client.query(
    `insert into import_faults (import_id, line, field, reason)
     select $1, line, field, reason from refused r
     where $2 or not exists (select from import_faults f where f.import_id = $1 and f.line = r.line) order by line, ctid`,
    [importId, which === "all"],
  );
  return rowCount ?? 0;
}
