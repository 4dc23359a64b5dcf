import type { PoolClient } from "pg";

/** What a delivery came to, for a source's log. */
export interface Delivery {
  sourceId: number;
  table: string;
  accepted: number;
  unchanged: number;
  rejected: number;
  waiting: number;
  message: string | null;
}

/** Adds a delivery to the log of a source that delivers all the time: one line a table and hour. */
export async function noteDelivery(client: PoolClient, delivery: Delivery): Promise<void> {
  const { sourceId, table, accepted, unchanged, rejected, waiting, message } = delivery;
  const values = [sourceId, table, accepted, unchanged, rejected, waiting, message];
  const { rowCount } = await client.query(
    `update source_runs set accepted = accepted + $3, unchanged = unchanged + $4, rejected = rejected + $5,
       waiting = waiting + $6, message = coalesce($7, message), finished_at = now()
     where id = (select max(id) from source_runs where source_id = $1 and table_name = $2 and status = 'ok')
       and started_at >= date_trunc('hour', now())`,
    values,
  );
  if (rowCount) return;
  await client.query(
    `insert into source_runs (source_id, table_name, status, accepted, unchanged, rejected, waiting, message, finished_at)
     values ($1, $2, 'ok', $3, $4, $5, $6, $7, now())`,
    values,
  );
}

/** How the rows that a delivery could not take are told: the first few reasons. */
export function rejectionText(
  rejections: ReadonlyArray<{ line: number; column: string; reason: string }>,
  rejected = rejections.length,
): string | null {
  if (rejections.length === 0) return null;
  const first = rejections.slice(0, 3).map(({ line, column, reason }) => `row ${line} ${column}: ${reason}`);
  return `${first.join("; ")}${rejected > 3 ? `; and ${rejected - 3} more` : ""}`.slice(0, 800);
}
