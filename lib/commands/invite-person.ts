import "server-only";
import { z } from "zod";
import { people, personRoles } from "@/db/schema";
import { ROLES } from "@/lib/core/access";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { createLink } from "@/lib/server/one-time-link";
import { withTransaction } from "@/lib/server/transaction";

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("must be an email address"));
export const PersonName = z.string().trim().min(1, "is needed").max(120);
export const RoleSet = z
  .array(z.enum(ROLES))
  .min(1, "needs at least one role")
  .transform((roles) => [...new Set(roles)].sort());

export const InvitePerson = z.strictObject({ email: Email, name: PersonName, roles: RoleSet });

/** Adds a person by email and roles; the link that is returned lets them set a password, once, within a week. */
export async function invitePerson(
  ctx: Ctx,
  { email, name, roles }: z.output<typeof InvitePerson>,
): Promise<{ personId: number; token: string }> {
  await authorize(ctx, "person:manage");
  return withTransaction(ctx, async ({ tx }) => {
    const [person] = await tx.insert(people).values({ email, name }).onConflictDoNothing().returning();
    if (!person) throw new AppError("conflict", "Somebody has this email already.", { email: "is taken" });
    await tx.insert(personRoles).values(roles.map((role) => ({ personId: person.id, role })));
    await emitAudit(ctx, tx, { entry: "person.invited", subject: email, after: { name, roles } });
    return { personId: person.id, token: await createLink(tx, person.id, "invite", ctx.now) };
  });
}
