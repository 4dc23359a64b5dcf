import { ledgerOf } from "@/app/api/v1/imports/ledger";
import { getImport } from "@/lib/api/imports";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/server/route";

/** The ledger of an imported file. */
export const GET = route(getImport, async (ctx, { params: { id = "" } }) => {
  const found = /^\d{1,9}$/.test(id) ? await ledgerOf(ctx, Number(id)) : null;
  if (!found) throw new AppError("not_found", `There is no import ${id}.`);
  return found;
});
