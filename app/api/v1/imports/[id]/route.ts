import { ledgerOf } from "@/app/api/v1/imports/ledger";
import { getImport, undoImport as undoOperation } from "@/lib/api/imports";
import { undoImport } from "@/lib/commands/undo-import";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/server/route";

/** The ledger of an imported file. */
export const GET = route(getImport, async (ctx, { params: { id = "" } }) => {
  const found = await ledgerOf(ctx, numberOf(id));
  if (!found) throw new AppError("not_found", `There is no import ${id}.`);
  return found;
});

/** POST /imports/{id}:undo. */
export const POST = route(undoOperation, async (ctx, { params: { id = "" } }) => {
  const { fileName, left } = await undoImport(ctx, { importId: numberOf(id) });
  return { file_name: fileName, left };
});

/** An import's number; an address that is none is that of no import. */
function numberOf(id: string): number {
  if (/^[1-9]\d{0,8}$/.test(id)) return Number(id);
  throw new AppError("not_found", `There is no import ${id}.`);
}
