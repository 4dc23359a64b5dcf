import "server-only";
import type { ClientBase } from "pg";
import { addDays, type Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import type { AccountHealth } from "@/lib/server/run/health-of-many";
import { readWhole } from "@/lib/server/run/read-whole";
import { replayAccount } from "@/lib/server/run/replay-account";

export type { AccountHealth };

/** `usageSpread`: of how long figures the days of usage behind it are even parts; null where each day has its own. */
export type Decomposition = AccountHealth & { usageSpread: "week" | "month" | null };

/** The full decomposition of an account on a date (today unless said): as published where a run of that date holds it, else
 * replayed, and which of the two. `version` asks for another version of the model. Null where the account was not in the
 * book; an account that may not be seen is not found. */
export async function getDecomposition(
  ctx: Ctx,
  accountId: number,
  { asOf = ctx.today, version }: { asOf?: Day; version?: number } = {},
): Promise<Decomposition | null> {
  await authorize(ctx, "account:read", accountId);
  return readWhole(ctx.db, async (client) => {
    const health = await replayAccount(client, accountId, asOf, version);
    return health && { ...health, usageSpread: await usageSpreadOf(client, health) };
  });
}

async function usageSpreadOf(client: ClientBase, { accountId, asOf, definition }: AccountHealth) {
  const longest = Math.max(28, ...definition.measures.map(({ window }) => window ?? 0));
  // A trend compares with the window before.
  const { rows } = await client.query<{ days: number }>(
    "select coalesce(max(spread_days), 1)::int as days from usage_days where account_id = $1 and day > $2 and day <= $3",
    [accountId, addDays(asOf, -2 * longest), asOf],
  );
  const days = rows[0]?.days ?? 1;
  return days > 7 ? "month" : days > 1 ? "week" : null;
}
