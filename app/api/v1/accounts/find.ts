import { type AccountRecord, findAccountRecord } from "@/db/queries/api/find-account-record";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";

/** The account of an address, or 404. */
export async function accountOf(ctx: Ctx, key: string | undefined): Promise<AccountRecord> {
  const found = key ? await findAccountRecord(ctx, key) : null;
  if (!found) throw new AppError("not_found", `There is no account "${key ?? ""}".`);
  return found;
}
