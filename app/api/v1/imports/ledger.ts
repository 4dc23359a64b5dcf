import { findImport } from "@/db/queries/api/find-import";
import type { Ctx } from "@/lib/server/context";

/** A file's ledger as JSON; null where there is no such import. */
export async function ledgerOf(ctx: Ctx, importId: number) {
  const found = await findImport(ctx, importId);
  if (!found) return null;
  return {
    id: found.id,
    session_id: found.sessionId,
    table: found.table,
    file_name: found.fileName,
    status: found.status,
    needs_mapping: found.status === "uploaded" && (found.mapping === null || found.table === ""),
    accepted: found.accepted,
    unchanged: found.unchanged,
    rejected: found.rejected,
    waiting: found.waiting,
    left_out: found.leftOut,
    not_read: found.notRead,
    first_day: found.firstDay,
    last_day: found.lastDay,
    error: found.error,
    imported_by: found.importedBy,
    imported_at: found.importedAt.toISOString(),
    errors: found.faults,
  };
}
