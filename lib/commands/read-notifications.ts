import "server-only";
import { z } from "zod";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const ReadNotifications = z.strictObject({
  /** Left out: all of them. */
  ids: z.array(z.int().positive()).min(1).max(500).optional(),
  isRead: z.boolean().default(true),
});

/** Marks the person's own notices read, or unread again. Returns those that changed. */
export async function readNotifications(
  ctx: Ctx,
  { ids, isRead }: z.output<typeof ReadNotifications>,
): Promise<{ ids: number[] }> {
  await authorize(ctx, "self:write");
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return withTransaction(ctx, async ({ tx, client }) => {
    const { rows } = await client.query<{ id: number }>(
      `update notifications set read_at = case when $3 then $4::timestamptz end
       where person_id = $1 and in_app and ($2::int[] is null or id = any($2)) and (read_at is null) = $3 returning id`,
      [personId, ids ?? null, isRead, ctx.now],
    );
    const changed = rows.map(({ id }) => id);
    if (changed.length > 0)
      await emitAudit(ctx, tx, {
        entry: isRead ? "notification.read" : "notification.unread",
        after: { ids: changed },
      });
    return { ids: changed };
  });
}
