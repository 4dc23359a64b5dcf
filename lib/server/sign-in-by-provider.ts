import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people, personRoles } from "@/db/schema";
import { emitAudit } from "@/lib/server/audit";
import { systemContext } from "@/lib/server/context";
import { openSession, type SessionClaim } from "@/lib/server/session";
import { withTransaction } from "@/lib/server/transaction";

interface Profile {
  email?: string | null;
  name?: string | null;
  /** What the provider says of the address; only an outright "no" refuses. */
  isVerified?: boolean;
}

/** Signs in whom the organisation's provider vouches for. A stranger becomes a viewer, an invited person active, a
 * deactivated one is refused. */
export async function signInByProvider(database: Database, profile: Profile): Promise<SessionClaim | null> {
  const email = profile.email?.trim().toLowerCase();
  if (!email || profile.isVerified === false) return null;
  const ctx = await systemContext("sign-in", database);
  return withTransaction(ctx, async ({ tx }) => {
    const [known] = await tx.select().from(people).where(eq(people.email, email)).for("update");
    if (known?.status === "deactivated") return null;
    if (known) {
      await tx.update(people).set({ status: "active" }).where(eq(people.id, known.id));
      return openSession(tx, known.id, known.sessionVersion, ctx.now);
    }
    const [person] = await tx
      .insert(people)
      .values({ email, name: profile.name?.trim() || email, status: "active" })
      .returning();
    if (!person) return null;
    await tx.insert(personRoles).values({ personId: person.id, role: "viewer" });
    await emitAudit(ctx, tx, { entry: "person.joined", subject: email, after: { roles: ["viewer"] } });
    return openSession(tx, person.id, person.sessionVersion, ctx.now);
  });
}
