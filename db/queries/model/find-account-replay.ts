import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type AccountReplay = { version: number; points: { day: Day; health: number | null; score: number | null }[] };

/** An account's past as the newest version that somebody asked for would have said it; null where nobody did. */
export async function findAccountReplay(
  ctx: Ctx,
  accountId: number,
  { from, to }: { from: Day; to: Day },
): Promise<AccountReplay | null> {
  const { rows } = await ctx.db.execute<{ version: number; day: Day; health: number | null; score: number | null }>(sql`
    select version, day, health, score from model_replays
    where account_id = ${accountId} and day between ${from} and ${to} and ${visibleAccounts(ctx, sql`${accountId}::int`)}
      and version = (select max(version) from model_replay_requests where finished_at is not null)
    order by day`);
  const [first] = rows;
  return first ? { version: first.version, points: rows.map(({ version: _, ...point }) => point) } : null;
}
