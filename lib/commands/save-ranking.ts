import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema";
import { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { lockPublishing } from "@/lib/server/run/lock-publishing";
import { rankAnew } from "@/lib/server/run/rank-anew";
import { withTransaction } from "@/lib/server/transaction";

/** Null brings the formula shipped back. */
export const SaveRanking = z.strictObject({ formula: PriorityFormula.nullable() });

/** Changes the formula that orders triage, and orders the current run by it at once. */
export async function saveRanking(ctx: Ctx, { formula }: z.output<typeof SaveRanking>): Promise<{ moved: number }> {
  await authorize(ctx, "settings:write");
  return withTransaction(ctx, async ({ tx, client }) => {
    await lockPublishing(client);
    const [before] = await tx
      .select({ formula: settings.priority })
      .from(settings)
      .where(eq(settings.id, 1))
      .for("update");
    await tx.update(settings).set({ priority: formula }).where(eq(settings.id, 1));
    const moved = await rankAnew(client);
    await emitAudit(ctx, tx, { entry: "ranking.changed", before: before?.formula ?? null, after: formula });
    return { moved };
  });
}
