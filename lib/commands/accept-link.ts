import "server-only";
import { and, eq, gt, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { people, signInLinks } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { tokenHash } from "@/lib/server/one-time-link";
import { hashPassword, NewPassword } from "@/lib/server/password";
import { Email, PersonName } from "@/lib/server/person-fields";
import { endSessions } from "@/lib/server/session";
import { withTransaction } from "@/lib/server/transaction";

export const AcceptLink = z.strictObject({
  token: z.string().min(1).max(100),
  password: NewPassword,
  /** Asked of the first administrator only, of whom nothing is known yet. */
  name: PersonName.optional(),
  email: Email.optional(),
});

/** Sets a person's password by their one-time link, which is used up by it, and ends the sessions they had. */
export async function acceptLink(
  ctx: Ctx,
  { token, password, name, email }: z.output<typeof AcceptLink>,
): Promise<{ email: string }> {
  await authorize(ctx, "link:accept");
  const passwordHash = await hashPassword(password);
  return withTransaction(ctx, async ({ tx }) => {
    const [link] = await tx
      .update(signInLinks)
      .set({ usedAt: ctx.now })
      .where(
        and(
          eq(signInLinks.tokenHash, tokenHash(token)),
          isNull(signInLinks.usedAt),
          gt(signInLinks.expiresAt, ctx.now),
        ),
      )
      .returning();
    if (!link) throw new AppError("not_found", "This link no longer works. Ask an administrator for a new one.");
    if (link.purpose === "first_admin" && !(name && email))
      throw new AppError("invalid", "Give your name and email.", { [name ? "email" : "name"]: "is missing" });
    const own = link.purpose === "first_admin" ? { name, email } : {};
    if (own.email) {
      const [taken] = await tx
        .select()
        .from(people)
        .where(and(eq(people.email, own.email), ne(people.id, link.personId)));
      if (taken) throw new AppError("conflict", "Somebody has this email already.", { email: "is taken" });
    }
    const [person] = await tx
      .update(people)
      .set({ ...own, passwordHash, status: "active" })
      .where(and(eq(people.id, link.personId), ne(people.status, "deactivated")))
      .returning();
    if (!person) throw new AppError("not_found", "This link no longer works. Ask an administrator for a new one.");
    await endSessions(tx, person.id, ctx.now);
    await emitAudit(ctx, tx, { entry: "person.password_set", subject: person.email, after: { by: link.purpose } });
    return { email: person.email };
  });
}
