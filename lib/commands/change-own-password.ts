import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { hashPassword, NewPassword, PASSWORD_MAX, verifyPassword } from "@/lib/server/password";
import { endSessions } from "@/lib/server/session";
import { forgiveAttempt, mayAttempt } from "@/lib/server/sign-in-limit";
import { withTransaction } from "@/lib/server/transaction";

export const ChangeOwnPassword = z.strictObject({ current: z.string().max(PASSWORD_MAX), next: NewPassword });

/** Changes the password of the person who asks, who shows the one they have; every session of theirs ends. */
export async function changeOwnPassword(
  ctx: Ctx,
  { current, next }: z.output<typeof ChangeOwnPassword>,
): Promise<{ email: string }> {
  await authorize(ctx, "self:write");
  if (ctx.actor.kind !== "person") throw new AppError("forbidden", "Only a person has a password.");
  const { personId, email } = ctx.actor;
  if (!(await mayAttempt(ctx.db, email, "signed-in")))
    throw new AppError("forbidden", "Too many attempts. Wait a quarter of an hour, then try again.");
  const [person] = await ctx.db.select().from(people).where(eq(people.id, personId));
  if (!(await verifyPassword(current, person?.passwordHash ?? null)))
    throw new AppError("invalid", "The current password is not right.", { current: "is not right" });
  const passwordHash = await hashPassword(next);
  await withTransaction(ctx, async ({ tx }) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
    await endSessions(tx, personId, ctx.now);
    await emitAudit(ctx, tx, { entry: "person.password_set", subject: email, after: { by: "self" } });
  });
  await forgiveAttempt(ctx.db, email, "signed-in");
  return { email };
}
