import "server-only";
import type { Day } from "@/lib/core/calendar";
import { type Change, calendarPart, explainChange } from "@/lib/core/health/explain";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import type { AccountHealth } from "@/lib/server/run/health-of-many";
import { readWhole } from "@/lib/server/run/read-whole";
import { replayAccount } from "@/lib/server/run/replay-account";

export type AccountChange = {
  then: AccountHealth | null;
  now: AccountHealth | null;
  /** Null where either date has no band. */
  change: Change | null;
  /** What measures that move by date alone did. */
  calendarPart: number;
};

/** What changed the health of an account between two dates, with both sides decomposed. */
export async function getChange(ctx: Ctx, accountId: number, from: Day, to: Day): Promise<AccountChange> {
  await authorize(ctx, "account:read", accountId);
  return readWhole(ctx.db, async (client) => {
    const then = await replayAccount(client, accountId, from);
    const now = await replayAccount(client, accountId, to);
    const change = then && now ? explainChange(then, now) : null;
    return { then, now, change, calendarPart: change && now ? calendarPart(change, now.definition) : 0 };
  });
}
