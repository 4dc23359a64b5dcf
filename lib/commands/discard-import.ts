import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const DiscardImport = z.strictObject({ importId: z.int().positive() });

/** Takes a file out of its session before it is imported. */
export async function discardImport(ctx: Ctx, { importId }: z.output<typeof DiscardImport>): Promise<void> {
  await authorize(ctx, "import:run");
  await withTransaction(ctx, async ({ tx, client }) => {
    const { rows } = await client.query<{ name: string }>(
      `delete from imports where id = $1 and status in ('uploaded', 'failed') and session_id is not null
         and not exists (select from import_sessions s where s.id = session_id and s.request is not null)
       returning file_name as name`,
      [importId],
    );
    if (!rows[0]) throw new AppError("conflict", "Only a file that has not been imported can be taken out.");
    await client.query("delete from import_chunks where import_id = $1", [importId]);
    await client.query("delete from import_faults where import_id = $1", [importId]);
    await emitAudit(ctx, tx, { entry: "import.discarded", subject: rows[0].name });
  });
}
