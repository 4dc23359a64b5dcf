import "server-only";
import { SIGNAL_TABLES } from "@/lib/ingest/signal-tables";
import { targetOf } from "@/lib/ingest/table-spec";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

/** A signal table as a correction by hand sees it, by the names that files have. */
export type CorrectableTable = { table: string; key: string[]; columns: string[] };

/** The tables of which a row can be corrected: what names the row beside its account, and what can be changed in it. */
export async function listCorrectableTables(ctx: Ctx): Promise<CorrectableTable[]> {
  await authorize(ctx, "import:run");
  return SIGNAL_TABLES.map(({ table, key, columns }) => {
    const isKey = (column: (typeof columns)[number]) => key.includes(targetOf(column));
    const names = (wanted: boolean) => columns.filter((column) => isKey(column) === wanted).map(({ name }) => name);
    return { table, key: names(true), columns: names(false) };
  });
}
