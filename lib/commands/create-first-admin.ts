import "server-only";
import { eq, sql } from "drizzle-orm";
import { people, personRoles } from "@/db/schema";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { createLink } from "@/lib/server/one-time-link";
import { withTransaction } from "@/lib/server/transaction";

/** Where an installation starts: stands in until its first administrator gives their own address. */
const NOBODY_YET = "first-admin@invalid";

/** Makes the one-time link by which the first administrator sets name, address and password; null once there is one.
 * A new link ends the one before it. */
export async function createFirstAdmin(ctx: Ctx): Promise<{ token: string } | null> {
  await authorize(ctx, "admin:create_first");
  return withTransaction(ctx, async ({ tx }) => {
    await tx.execute(sql`lock table person_roles in share row exclusive mode`);
    const { rows } = await tx.execute(sql`
      select 1 from person_roles join people on people.id = person_roles.person_id
      where role = 'admin' and status = 'active' limit 1`);
    if (rows.length > 0) return null;
    const [known] = await tx.select().from(people).where(eq(people.email, NOBODY_YET));
    const [person] = known
      ? [known]
      : await tx.insert(people).values({ email: NOBODY_YET, name: "First administrator" }).returning();
    if (!person) throw new Error("The first administrator was not stored");
    await tx.insert(personRoles).values({ personId: person.id, role: "admin" }).onConflictDoNothing();
    await emitAudit(ctx, tx, { entry: "person.invited", subject: NOBODY_YET, after: { roles: ["admin"] } });
    return { token: await createLink(tx, person.id, "first_admin", ctx.now) };
  });
}
