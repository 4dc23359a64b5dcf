import "server-only";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";
import { UNDO_DAYS } from "@/lib/server/undo-days";

/** Drops what is kept of imports so that they can be undone, once they no longer can: bytes, journal, rejected records; and
 * bytes of uploads that were broken off. The ledgers stay. Returns the imports concerned. */
export async function pruneImports(ctx: Ctx): Promise<number> {
  await authorize(ctx, "import:run");
  return withTransaction(
    ctx,
    async ({ tx, client }) => {
      const old = "select id from imports where coalesce(applied_at, imported_at) < now() - make_interval(days => $1)";
      const gone = `(import_id in (${old}) or (import_id not in (select id from imports)
        and import_id < (select min(id) from imports where imported_at > now() - interval '1 day')))`;
      const { rows } = await client.query<{ id: number }>(
        `delete from import_chunks where ${gone} returning import_id as id`,
        [UNDO_DAYS],
      );
      await client.query(`delete from import_changes where import_id in (${old})`, [UNDO_DAYS]);
      await client.query(`delete from import_faults where import_id in (${old})`, [UNDO_DAYS]);
      const imports = new Set(rows.map(({ id }) => id)).size;
      if (imports > 0) await emitAudit(ctx, tx, { entry: "import.pruned", after: { imports } });
      return imports;
    },
    { statementTimeoutMillis: 0 },
  );
}
