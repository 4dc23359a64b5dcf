import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

export type ImportFault = { line: number; field: string; reason: string };

/** The first rejected rows of an import, by line; for those who may import. */
export async function listImportFaults(ctx: Ctx, importId: number, most: number): Promise<ImportFault[]> {
  await authorize(ctx, "import:run");
  const { rows } = await ctx.db.execute<ImportFault>(
    sql`select line, field, reason from import_faults where import_id = ${importId} order by line, id limit ${most}`,
  );
  return rows;
}
