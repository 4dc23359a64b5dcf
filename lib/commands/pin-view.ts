import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const PinView = z.strictObject({ viewId: z.int().positive(), isPinned: z.boolean() });

/** Puts a saved view among the tabs, or back into the menu of views. */
export async function pinView(ctx: Ctx, { viewId, isPinned }: z.output<typeof PinView>): Promise<void> {
  await authorize(ctx, "self:write");
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const isAdmin = ctx.actor.kind === "person" && ctx.actor.roles.includes("admin");
  await withTransaction(ctx, async ({ tx }) => {
    const { rows } = await tx.execute(sql`
      update saved_views set is_pinned = ${isPinned}
      where id = ${viewId} and (person_id = ${me} or (is_shared and ${isAdmin})) returning id`);
    if (rows.length === 0) throw new AppError("not_found", "There is no such view of yours.");
    await emitAudit(ctx, tx, { entry: isPinned ? "view.pinned" : "view.unpinned", subject: `view:${viewId}` });
  });
}
