import "server-only";
import type { Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { readWhole } from "@/lib/server/run/read-whole";
import { type AccountHealth, replayAccount } from "@/lib/server/run/replay-account";

export type { AccountHealth };

/** The full decomposition of an account on a date (today unless said): as published where a run of that date holds it, else
 * replayed, and which of the two. `version` asks for another version of the model. Null where the account was not in the
 * book; an account that may not be seen is not found. */
export async function getDecomposition(
  ctx: Ctx,
  accountId: number,
  { asOf = ctx.today, version }: { asOf?: Day; version?: number } = {},
): Promise<AccountHealth | null> {
  await authorize(ctx, "account:read", accountId);
  return readWhole(ctx.db, (client) => replayAccount(client, accountId, asOf, version));
}
