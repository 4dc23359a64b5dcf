import type { PoolClient } from "pg";
import { recordDelivery } from "@/db/days/record-delivery";
import type { Day } from "@/lib/core/calendar";
import { applyRows, type RowLedger } from "./apply-rows";
import type { SourceRow } from "./read-rows";
import { type TableSpec, targetOf } from "./table-spec";
import { TABLES } from "./tables";

interface Options {
  table: string;
  today: Day;
  workspaceCurrency: string;
  /** The day up to which the delivery tells; silence up to then is silence. */
  coveredThrough: Day | null;
}

/** Writes rows that came by themselves inside the caller's transaction: rows of unknown accounts wait, and the feed is noted
 * as delivered, also by a delivery without rows. */
export async function deliver(
  client: PoolClient,
  rows: AsyncIterable<SourceRow>,
  { table, today, workspaceCurrency, coveredThrough }: Options,
): Promise<RowLedger> {
  const spec = TABLES.get(table);
  if (!spec) throw new Error(`There is no table ${table}`);
  const ledger = await applyRows(client, rows, { spec, today, workspaceCurrency, onUnknownAccount: "wait" });
  if (ledger.waiting > 0) await keepNewest(client, spec);
  if (spec.feed && coveredThrough) await recordDelivery(client, spec.feed, coveredThrough);
  return ledger;
}

/** Of waiting rows with one natural key, the newest stands, as it would in the table. */
async function keepNewest(client: PoolClient, spec: TableSpec): Promise<void> {
  const cell = (alias: string, name: string) => `coalesce(${alias}.cells->>'${name}', '')`;
  const names = spec.columns.filter((column) => spec.key.includes(targetOf(column))).map(({ name }) => name);
  const keyOf = (alias: string) => {
    const made = (spec.idFrom ?? []).map((name) => cell(alias, name)).join(` || '|' || `);
    const parts = names.map((name) =>
      name === "id" && made ? `coalesce(nullif(${cell(alias, name)}, ''), ${made})` : cell(alias, name),
    );
    return parts.join(", ");
  };
  if (names.length === 0) return;
  await client.query(
    `delete from waiting_rows o using waiting_rows n
     where o.table_name = $1 and n.table_name = $1 and o.import_id is null and n.import_id is null and o.id < n.id
       and lower(o.account_key) = lower(n.account_key) and (${keyOf("o")}) = (${keyOf("n")})`,
    [spec.table],
  );
}
