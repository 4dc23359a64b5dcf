import "server-only";
import { modelVersions } from "@/db/schema";
import { DEFAULT_MODEL } from "@/lib/core/templates/default-model";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

/** Gives an installation without a model the default one as version 1, for its whole history. Returns whether it did. */
export async function adoptDefaultModel(ctx: Ctx): Promise<boolean> {
  await authorize(ctx, "model:publish");
  return withTransaction(ctx, async ({ tx }) => {
    const note = "The default: six measures and the overlay.";
    const version = {
      version: 1,
      name: DEFAULT_MODEL.name,
      definition: DEFAULT_MODEL,
      note,
      effectiveFrom: "1970-01-01",
    };
    const adopted = await tx
      .insert(modelVersions)
      .values({ ...version })
      .onConflictDoNothing()
      .returning({ version: modelVersions.version });
    if (adopted.length === 0) return false;
    await emitAudit(ctx, tx, { entry: "model.published", subject: "version 1", after: { name: version.name, note } });
    return true;
  });
}
