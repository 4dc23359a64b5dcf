import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { noticeRules } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RemoveNoticeRule = z.strictObject({ id: z.int().positive() });

/** Removes a rule; what it has told stays in the inboxes. */
export async function removeNoticeRule(ctx: Ctx, { id }: z.output<typeof RemoveNoticeRule>): Promise<void> {
  await authorize(ctx, "settings:write");
  await withTransaction(ctx, async ({ tx }) => {
    const [gone] = await tx.delete(noticeRules).where(eq(noticeRules.id, id)).returning();
    if (!gone) throw new AppError("not_found", "There is no such rule.");
    await emitAudit(ctx, tx, { entry: "notice_rule.removed", subject: `${id} ${gone.name}`, before: gone });
  });
}
