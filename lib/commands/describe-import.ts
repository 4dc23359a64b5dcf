import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { chunkSource } from "@/lib/ingest/chunk-source";
import { describeFile } from "@/lib/ingest/describe-file";
import { ChosenDialect } from "@/lib/ingest/dialect";
import type { ImportProfile } from "@/lib/ingest/import-profile";
import { TABLES } from "@/lib/ingest/tables";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const DescribeImport = z.strictObject({
  importId: z.int().positive(),
  dialect: ChosenDialect.optional(),
  table: z
    .string()
    .refine((table) => TABLES.has(table), "is not a table that files may fill")
    .optional(),
});

/** Reads an uploaded file again with what a person has said about it: how it is written, or which table it fills. Of the two,
 * what is not said now stays as it was said before. */
export async function describeImport(ctx: Ctx, input: z.output<typeof DescribeImport>): Promise<ImportProfile> {
  await authorize(ctx, "import:run");
  const { importId } = input;
  const pool = ctx.db.$client;
  const { rows } = await pool.query<{ name: string; before: ImportProfile["chosen"] | null }>(
    "select file_name as name, profile -> 'chosen' as before from imports where id = $1",
    [importId],
  );
  if (!rows[0]) throw new AppError("not_found", "There is no such import.");
  const { name, before } = rows[0];
  const dialect = input.dialect ?? before?.dialect;
  const table = input.table ?? before?.table;
  const described = await describeFile(pool, chunkSource(pool, importId, name), { dialect, table });
  await withTransaction(ctx, async ({ tx, client }) => {
    const { rowCount } = await client.query(
      `update imports set dialect = $2, profile = $3, table_name = $4, mapping = $5, preview = null, error = null,
         status = 'uploaded' where id = $1 and status in ('uploaded', 'failed')`,
      [
        importId,
        JSON.stringify(described.profile.dialect),
        JSON.stringify(described.profile),
        described.table,
        described.mapping && JSON.stringify(described.mapping),
      ],
    );
    if (!rowCount) throw new AppError("conflict", "Only a file that has not been imported can be described.");
    await emitAudit(ctx, tx, { entry: "import.described", subject: name, after: { dialect, table } });
  });
  return described.profile;
}
