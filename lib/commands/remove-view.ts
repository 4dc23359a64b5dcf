import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RemoveView = z.strictObject({ viewId: z.int().positive() });

type Removed = { page: string; name: string; query: string; isShared: boolean; isPinned: boolean };

/** Removes a saved view: one's own, or as an admin one that is shared. Returns what it was, for undo. */
export async function removeView(ctx: Ctx, { viewId }: z.output<typeof RemoveView>): Promise<Removed> {
  await authorize(ctx, "self:write");
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const isAdmin = ctx.actor.kind === "person" && ctx.actor.roles.includes("admin");
  return withTransaction(ctx, async ({ tx }) => {
    const { rows } = await tx.execute<Removed>(sql`
      delete from saved_views where id = ${viewId} and (person_id = ${me} or (is_shared and ${isAdmin}))
      returning page, name, query, is_shared as "isShared", is_pinned as "isPinned"`);
    const [before] = rows;
    if (!before) throw new AppError("not_found", "There is no such view of yours.");
    await emitAudit(ctx, tx, { entry: "view.removed", subject: `view:${viewId}`, before });
    return before;
  });
}
