import "server-only";
import type { PoolClient } from "pg";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { completeMapping } from "@/lib/ingest/complete-mapping";
import type { ImportProfile } from "@/lib/ingest/import-profile";
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
  /** Whether what the cells of columns chosen by hand prove is filled in, and what they leave open asked. */
  completes: z.boolean().optional(),
});

/** Says which table an uploaded file fills, and how its columns map. What a dry run found before is forgotten. */
export async function mapImport(ctx: Ctx, input: z.output<typeof MapImport>): Promise<void> {
  await authorize(ctx, "import:run");
  const { importId, table, completes } = input;
  await withTransaction(ctx, async ({ tx, client }) => {
    const { mapping, questions } = completes
      ? await completed(client, input)
      : { mapping: input.mapping, questions: null };
    const { rows } = await client.query<{ session: number; name: string }>(
      `update imports set table_name = $2, mapping = $3, preview = null, status = 'uploaded', error = null,
         profile = case when $4::jsonb is null then profile else jsonb_set(profile, '{suggestion,questions}', $4) end
       where id = $1 and status in ('uploaded', 'failed') returning session_id as session, file_name as name`,
      [importId, table, JSON.stringify(mapping), questions && JSON.stringify(questions)],
    );
    if (!rows[0]) throw new AppError("conflict", "Only a file that has not been imported can be mapped.");
    // What one file brings changes what the others find.
    await client.query("update imports set preview = null where session_id = $1", [rows[0].session]);
    await client.query("update import_sessions set preview = null where id = $1", [rows[0].session]);
    await emitAudit(ctx, tx, { entry: "import.mapped", subject: rows[0].name, after: { table } });
  });
}

async function completed(client: PoolClient, { importId, table, mapping }: z.output<typeof MapImport>) {
  const { rows } = await client.query<{ profile: ImportProfile | null }>("select profile from imports where id = $1", [
    importId,
  ]);
  const [profile, spec] = [rows[0]?.profile, TABLES.get(table)];
  if (!profile || !spec) return { mapping, questions: null };
  const { rows: people } = await client.query<{ name: string; email: string }>("select name, email from people");
  return completeMapping(mapping, { spec, profiles: profile.columns, suggestion: profile.suggestion, people });
}
