import { findImport } from "@/db/queries/api/find-import";
import { getImport } from "@/lib/api/records";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/server/route";

/** The ledger of an imported file. */
export const GET = route(getImport, async (ctx, { params: { id = "" } }) => {
  const found = /^\d{1,9}$/.test(id) ? await findImport(ctx, Number(id)) : null;
  if (!found) throw new AppError("not_found", `There is no import ${id}.`);
  return {
    id: found.id,
    table: found.table,
    file_name: found.fileName,
    status: found.status,
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
});
