import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

/** Somebody who may own accounts. */
export type OwnerRow = { personId: number; name: string; isCsm: boolean; isAm: boolean };

/** The CSMs and account managers, by name: colleagues, whom everybody who reads accounts may see. */
export async function listOwners(ctx: Ctx): Promise<OwnerRow[]> {
  await authorize(ctx, "account:read");
  const { rows } = await ctx.db.execute<OwnerRow>(sql`
    select p.id as "personId", p.name, bool_or(r.role = 'csm') as "isCsm", bool_or(r.role = 'am') as "isAm"
    from people p join person_roles r on r.person_id = p.id and r.role in ('csm', 'am')
    where p.status <> 'deactivated' group by p.id order by p.name`);
  return rows;
}
