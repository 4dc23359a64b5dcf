import "server-only";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

/** Days for which events and their deliveries are kept: far longer than any of them could be owed again. */
const EVENT_DAYS = 180;
const READ_DAYS = 90;
const UNREAD_DAYS = 365;

/** Drops notices that were read three months ago or lay unread for a year, and events that went out half a year ago with their
 * log. Returns how many rows went. */
export async function pruneNotices(ctx: Ctx): Promise<number> {
  await authorize(ctx, "run:compute");
  return withTransaction(ctx, async ({ client }) => {
    const before = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000);
    const notices = await client.query("delete from notifications where read_at < $1 or created_at < $2", [
      before(READ_DAYS),
      before(UNREAD_DAYS),
    ]);
    const events = await client.query(
      `with gone as (delete from outbox where delivered_at < $1 returning id)
       delete from deliveries where outbox_id in (select id from gone)`,
      [before(EVENT_DAYS)],
    );
    return (notices.rowCount ?? 0) + (events.rowCount ?? 0);
  });
}
