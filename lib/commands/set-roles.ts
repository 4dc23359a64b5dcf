import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { personRoles } from "@/db/schema";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { keepAnAdmin } from "@/lib/server/keep-an-admin";
import { loadPerson } from "@/lib/server/load-person";
import { RoleSet } from "@/lib/server/person-fields";
import { withTransaction } from "@/lib/server/transaction";

export const SetRoles = z.strictObject({ personId: z.int().positive(), roles: RoleSet });

/** Gives a person exactly these roles; they count from the person's next request on. */
export async function setRoles(ctx: Ctx, { personId, roles }: z.output<typeof SetRoles>): Promise<void> {
  await authorize(ctx, "person:manage");
  await withTransaction(ctx, async ({ tx }) => {
    if (!roles.includes("admin")) await keepAnAdmin(tx, personId);
    const person = await loadPerson(tx, personId);
    await tx.delete(personRoles).where(eq(personRoles.personId, personId));
    await tx.insert(personRoles).values(roles.map((role) => ({ personId, role })));
    await emitAudit(ctx, tx, {
      entry: "person.roles_set",
      subject: person.email,
      before: { roles: person.roles },
      after: { roles },
    });
  });
}
