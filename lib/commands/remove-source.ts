import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sourceRuns, sources } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RemoveSource = z.strictObject({ id: z.int().positive() });

/** Removes a source, its secret and its log. What it delivered stays. */
export async function removeSource(ctx: Ctx, { id }: z.output<typeof RemoveSource>): Promise<void> {
  await authorize(ctx, "source:manage");
  await withTransaction(ctx, async ({ tx }) => {
    const [gone] = await tx.delete(sources).where(eq(sources.id, id)).returning();
    if (!gone) throw new AppError("not_found", "There is no such source.");
    await tx.delete(sourceRuns).where(eq(sourceRuns.sourceId, id));
    await emitAudit(ctx, tx, { entry: "source.removed", subject: `${id} ${gone.name}`, before: { kind: gone.kind } });
  });
}
