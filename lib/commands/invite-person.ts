import "server-only";
import { z } from "zod";
import { people, personRoles } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { createLink } from "@/lib/server/one-time-link";
import { Email, PersonName, RoleSet } from "@/lib/server/person-fields";
import { withTransaction } from "@/lib/server/transaction";

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
