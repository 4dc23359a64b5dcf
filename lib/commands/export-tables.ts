import "server-only";
import { listAccountRows } from "@/db/queries/list-account-rows";
import { settings } from "@/db/schema";
import type { Day } from "@/lib/core/calendar";
import { AppError } from "@/lib/errors";
import { accountOutTable } from "@/lib/ingest/account-out-table";
import type { OutTable } from "@/lib/ingest/out-table";
import { readTable } from "@/lib/ingest/read-table";
import { TABLES } from "@/lib/ingest/tables";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { snapshot } from "@/lib/server/run/read-whole";
import { withTransaction } from "@/lib/server/transaction";

interface Request {
  tables: readonly string[];
  /** Rows dated up to this day, owners and scores of it; null: everything by today, scores of the current run. */
  asOf: Day | null;
}
type Exported<Result> = { table: string; rows: number; result: Result };

/** Hands whole tables to a writer, all of one moment, as an import reads them back. For whoever sees every account. */
export async function exportTables<Result>(
  ctx: Ctx,
  { tables, asOf }: Request,
  write: (table: string, rows: OutTable) => Promise<Result>,
): Promise<Exported<Result>[]> {
  await authorize(ctx, "export:all");
  const unknown = tables.find((table) => !TABLES.has(table));
  if (unknown !== undefined)
    throw new AppError("invalid", `There is no table "${unknown}". Tables: ${[...TABLES.keys()].join(", ")}.`);
  return withTransaction(ctx, async ({ tx, client }) => {
    await snapshot(client);
    const [workspace] = await tx.select().from(settings);
    // While a file is written the connection waits.
    await client.query("set local idle_in_transaction_session_timeout = 0");
    await client.query("select set_config('timezone', $1, true)", [workspace?.timeZone ?? "UTC"]);
    const within = { ...ctx, db: tx };
    const exported: Exported<Result>[] = [];
    for (const [table, spec] of TABLES) {
      if (!tables.includes(table)) continue;
      const out =
        table === "accounts"
          ? accountOutTable(await listAccountRows(within, { asOf }), workspace?.currency ?? "USD")
          : readTable(client, spec, asOf ?? "9999-12-31");
      const counted = { rows: 0 };
      const result = await write(table, { ...out, rows: counting(out.rows, counted) });
      exported.push({ table, ...counted, result });
    }
    const rows = Object.fromEntries(exported.map((one) => [one.table, one.rows]));
    await emitAudit(ctx, tx, { entry: "export.made", subject: tables.join(","), after: { asOf, rows } });
    return exported;
  });
}

async function* counting(rows: OutTable["rows"], counted: { rows: number }) {
  for await (const row of rows) {
    counted.rows += 1;
    yield row;
  }
}
