import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { playbooks } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { keepPlaybooks } from "@/lib/server/run/keep-playbooks";
import { withTransaction } from "@/lib/server/transaction";

export const ResetPlaybook = z.strictObject({
  key: z.string().min(1).max(60),
  segment: z.string().min(1).max(60).nullable(),
});

/** Takes back what an installation made of a playbook: the one shipped counts again, for a segment the one for all. Refused where
 * a band would be left without one. */
export async function resetPlaybook(ctx: Ctx, { key, segment }: z.output<typeof ResetPlaybook>): Promise<void> {
  await authorize(ctx, "settings:write");
  await withTransaction(
    ctx,
    async ({ tx }) => {
      const [gone] = await tx
        .delete(playbooks)
        .where(and(eq(playbooks.band, key), eq(playbooks.segment, segment ?? "")))
        .returning({ definition: playbooks.definition });
      if (!gone) throw new AppError("not_found", "This playbook is as shipped already.");
      await keepPlaybooks(ctx, tx, segment);
      const subject = segment === null ? `playbook:${key}` : `playbook:${key}:${segment}`;
      await emitAudit(ctx, tx, { entry: "playbook.reset", subject, before: gone.definition });
    },
    { statementTimeoutMillis: 0 },
  );
}
