import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { Mapping } from "@/lib/ingest/mapping";
import { TABLES } from "@/lib/ingest/tables";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const MapImport = z.strictObject({
  importId: z.int().positive(),
  table: z.string().refine((table) => TABLES.has(table), "is not a table that files may fill"),
  mapping: Mapping,
});

/** Says which table an uploaded file fills, and how its columns map. What a dry run found before is forgotten. */
export async function mapImport(ctx: Ctx, { importId, table, mapping }: z.output<typeof MapImport>): Promise<void> {
  await authorize(ctx, "import:run");
  await withTransaction(ctx, async ({ tx, client }) => {
    const { rows } = await client.query<{ session: number; name: string }>(
      `update imports set table_name = $2, mapping = $3, preview = null, status = 'uploaded', error = null
       where id = $1 and status in ('uploaded', 'failed') returning session_id as session, file_name as name`,
      [importId, table, JSON.stringify(mapping)],
    );
    if (!rows[0]) throw new AppError("conflict", "Only a file that has not been imported can be mapped.");
    // What one file brings changes what the others find.
    await client.query("update imports set preview = null where session_id = $1", [rows[0].session]);
    await client.query("update import_sessions set preview = null where id = $1", [rows[0].session]);
    await emitAudit(ctx, tx, { entry: "import.mapped", subject: rows[0].name, after: { table } });
  });
}
