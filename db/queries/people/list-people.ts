import "server-only";
import { sql } from "drizzle-orm";
import type { Role } from "@/lib/core/access";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

export type PersonRow = {
  id: number;
  email: string;
  name: string;
  status: "invited" | "active" | "deactivated";
  roles: Role[];
  manager: string | null;
  accounts: number;
};

/** Everybody of the installation, with their roles and how many accounts they own; for those who may see people. */
export async function listPeople(ctx: Ctx): Promise<PersonRow[]> {
  await authorize(ctx, "person:read");
  const { rows } = await ctx.db.execute<PersonRow>(sql`
    with current_owners as (
      select distinct on (account_id) account_id, csm_id, am_id from account_owners
      where valid_from <= ${ctx.today} order by account_id, valid_from desc
    ), owned as (
      select person_id, count(*)::int as accounts from (
        select csm_id as person_id, account_id from current_owners
        union select am_id, account_id from current_owners) as books
      group by person_id
    )
    select people.id, people.email, people.name, people.status, manager.name as manager,
      coalesce(owned.accounts, 0) as accounts,
      array(select role from person_roles where person_id = people.id order by role) as roles
    from people left join people manager on manager.id = people.manager_id left join owned on owned.person_id = people.id
    order by people.status = 'deactivated', people.name, people.id`);
  return rows;
}
