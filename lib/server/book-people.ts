import "server-only";
import { sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";

/** Throws unless the actor leads the person, or is an administrator or a job: whose book may be covered or handed over. */
export async function assertLeads({ actor, db }: Ctx, personId: number): Promise<void> {
  const isAdmin = actor.kind !== "person" || actor.roles.includes("admin");
  const { rows } = await db.execute<{ managerId: number | null }>(
    sql`select manager_id as "managerId" from people where id = ${personId}`,
  );
  const [person] = rows;
  if (!person) throw new AppError("not_found", "There is no such person.");
  if (!isAdmin && person.managerId !== actor.personId && personId !== actor.personId)
    throw new AppError("forbidden", "That person is not in your team: ask their manager or an administrator.");
}

/** Throws unless the person can work a book today: active, and a CSM, an AM or a manager. */
export async function assertWorks({ db }: Ctx, personId: number): Promise<void> {
  const { rows } = await db.execute<{ status: string; works: boolean }>(
    sql`select status, exists (select from person_roles r where r.person_id = p.id and r.role in ('csm', 'am', 'manager')) as works
      from people p where id = ${personId}`,
  );
  const [person] = rows;
  if (!person || person.status === "deactivated") throw new AppError("not_found", "There is no such person.");
  if (!person.works)
    throw new AppError("invalid", "That person works no accounts. Give them a role as CSM or AM first.");
}

/** Throws unless the person may own accounts in a role. */
export async function assertMayOwn({ db }: Ctx, personId: number, role: "csm" | "am"): Promise<void> {
  const { rows } = await db.execute<{ status: string; fits: boolean }>(
    sql`select status, exists (select from person_roles r where r.person_id = p.id and r.role = ${role}) as fits
      from people p where id = ${personId}`,
  );
  const [person] = rows;
  if (!person || person.status === "deactivated") throw new AppError("not_found", "There is no such person.");
  if (!person.fits) throw new AppError("invalid", `That person is no ${role.toUpperCase()}. Give them the role first.`);
}
