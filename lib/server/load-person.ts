import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people, personRoles } from "@/db/schema";
import type { Role } from "@/lib/core/access";
import { AppError } from "@/lib/errors";

/** A person and their roles, held until the transaction ends. */
export async function loadPerson(
  tx: Database,
  personId: number,
): Promise<{ id: number; email: string; status: string; passwordHash: string | null; roles: Role[] }> {
  const [person] = await tx.select().from(people).where(eq(people.id, personId)).for("update");
  if (!person) throw new AppError("not_found", "There is no such person.");
  const rows = await tx.select().from(personRoles).where(eq(personRoles.personId, personId));
  return { ...person, roles: rows.map(({ role }) => role).sort() };
}
