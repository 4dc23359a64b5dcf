import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { AppError } from "@/lib/errors";

/** Refuses to go on where nobody else would be left to administer. Holds the roles until the transaction ends, so that two
 * administrators cannot take each other's role at once. */
export async function keepAnAdmin(tx: Database, personId: number): Promise<void> {
  await tx.execute(sql`lock table person_roles in share row exclusive mode`);
  const { rows } = await tx.execute(sql`
    select 1 from person_roles join people on people.id = person_roles.person_id
    where role = 'admin' and status = 'active' and people.id <> ${personId} limit 1`);
  if (rows.length === 0)
    throw new AppError("conflict", "This is the last administrator. Make somebody else an admin first.");
}
