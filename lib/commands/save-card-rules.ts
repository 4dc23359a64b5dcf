import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema";
import { CardSettings } from "@/lib/core/scorecard/card-settings";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { fullRun } from "@/lib/server/run/full-run";
import { withTransaction } from "@/lib/server/transaction";

export const SaveCardRules = z.strictObject({
  ...CardSettings.shape,
  scorecardOwner: z.enum(["am", "csm"]),
  hideMeasured: z.boolean(),
});

/** Changes when cards are due, of whom, and who answers them; health follows with a run at once. */
export async function saveCardRules(ctx: Ctx, { dueDay, ...others }: z.output<typeof SaveCardRules>): Promise<void> {
  await authorize(ctx, "settings:write");
  const rules = { ...others, scorecardDueDay: dueDay };
  await withTransaction(ctx, async ({ tx }) => {
    const [before] = await tx.select().from(settings).where(eq(settings.id, 1)).for("update");
    await tx.update(settings).set(rules).where(eq(settings.id, 1));
    const old = Object.fromEntries(Object.keys(rules).map((key) => [key, before?.[key as keyof typeof before]]));
    await emitAudit(ctx, tx, { entry: "scorecard_rules.changed", before: old, after: rules });
  });
  await fullRun(ctx, { note: "The rules of scorecards were changed" });
}
