import type { PoolClient } from "pg";
import { recordDelivery } from "@/db/days/record-delivery";
import type { Day } from "@/lib/core/calendar";
import { applyRows, type RowLedger } from "./apply-rows";
import type { SourceRow } from "./read-rows";
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
  if (spec.feed && coveredThrough) await recordDelivery(client, spec.feed, coveredThrough);
  return ledger;
}
