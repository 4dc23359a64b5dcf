import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { askForReplay } from "@/lib/server/ask-for-replay";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const RequestReplay = z.strictObject({ version: z.int().positive() });

/** Asks for the past as a version of the model would have said it; charts show it beside what was published. */
export async function requestReplay(ctx: Ctx, { version }: z.output<typeof RequestReplay>): Promise<void> {
  await authorize(ctx, "model:publish");
  await withTransaction(ctx, async ({ tx, client }) => {
    const { rowCount } = await client.query("select from model_versions where version = $1 and withdrawn_on is null", [
      version,
    ]);
    if (!rowCount) throw new AppError("not_found", `There is no model version ${version}.`);
    await askForReplay(ctx, tx, version);
    await emitAudit(ctx, tx, { entry: "model.replay_requested", subject: `version ${version}` });
  });
}
