import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

export type BookRow = {
  personId: number;
  name: string;
  isActive: boolean;
  isCsm: boolean;
  isAm: boolean;
  manager: string | null;
  /** Accounts owned today in each role. */
  csmAccounts: number;
  amAccounts: number;
  /** The cover that runs, or the next one. */
  cover: { id: number; coveredBy: string; from: Day; until: Day; note: string | null } | null;
};

/** Whose books the actor may cover or hand over: their team's and their own, administrators everybody's; who left and still owns
 * accounts first. */
export async function listBooks(ctx: Ctx): Promise<BookRow[]> {
  await authorize(ctx, "book:cover");
  const { actor, today } = ctx;
  const isAll = actor.kind !== "person" || actor.roles.includes("admin");
  const me = actor.kind === "person" ? actor.personId : -1;
  const { rows } = await ctx.db.execute<BookRow>(sql`
    with current_owners as (
      select distinct on (account_id) account_id, csm_id, am_id from account_owners
      where valid_from <= ${today} order by account_id, valid_from desc
    )
    select p.id as "personId", p.name, p.status <> 'deactivated' as "isActive", m.name as manager,
      exists (select from person_roles where person_id = p.id and role = 'csm') as "isCsm",
      exists (select from person_roles where person_id = p.id and role = 'am') as "isAm",
      (select count(*)::int from current_owners where csm_id = p.id) as "csmAccounts",
      (select count(*)::int from current_owners where am_id = p.id) as "amAccounts",
      (select jsonb_build_object('id', c.id, 'coveredBy', s.name, 'from', c.from_on, 'until', c.until_on, 'note', c.note)
        from covers c join people s on s.id = c.covered_by where c.person_id = p.id and c.until_on >= ${today}
        order by c.from_on limit 1) as cover
    from people p left join people m on m.id = p.manager_id
    where (${isAll} or p.manager_id = ${me} or p.id = ${me})
      and (exists (select from current_owners where p.id in (csm_id, am_id))
        or p.status <> 'deactivated' and exists (select from person_roles where person_id = p.id and role in ('csm', 'am')))
    order by p.status <> 'deactivated', p.name, p.id`);
  return rows;
}
