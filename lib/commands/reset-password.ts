import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { loadPerson } from "@/lib/server/load-person";
import { createLink } from "@/lib/server/one-time-link";
import { withTransaction } from "@/lib/server/transaction";

export const ResetPassword = z.strictObject({ personId: z.int().positive() });

/** Makes the link by which a person sets a new password, once, within a day. Their old one holds until then. */
export async function resetPassword(
  ctx: Ctx,
  { personId }: z.output<typeof ResetPassword>,
): Promise<{ token: string }> {
  await authorize(ctx, "person:manage");
  return withTransaction(ctx, async ({ tx }) => {
    const person = await loadPerson(tx, personId);
    if (person.status === "deactivated") throw new AppError("conflict", "Reactivate this person first.");
    await emitAudit(ctx, tx, { entry: "person.reset_link_made", subject: person.email });
    return { token: await createLink(tx, personId, person.status === "invited" ? "invite" : "reset", ctx.now) };
  });
}
