import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { endSessions } from "@/lib/server/session";
import { withTransaction } from "@/lib/server/transaction";

export const SignOutEverywhere = z.strictObject({});

/** Ends every session of the person who asks, this one included. */
export async function signOutEverywhere(ctx: Ctx, _: z.output<typeof SignOutEverywhere> = {}): Promise<void> {
  await authorize(ctx, "self:write");
  if (ctx.actor.kind !== "person") throw new AppError("forbidden", "Only a person has sessions.");
  const { personId, email } = ctx.actor;
  await withTransaction(ctx, async ({ tx }) => {
    await endSessions(tx, personId, ctx.now);
    await emitAudit(ctx, tx, { entry: "person.signed_out_everywhere", subject: email });
  });
}
