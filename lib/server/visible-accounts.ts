import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Ctx } from "@/lib/server/context";
import { workedBooks } from "@/lib/server/worked-books";

/** The condition that an account id column is one the actor may see. Written once; every account query carries it.
 * Everyone sees all accounts, or, where the installation says so, owners their book and managers their team's. */
export function visibleAccounts(ctx: Ctx, accountId: AnyPgColumn | SQL): SQL {
  const { actor } = ctx;
  if (actor.kind !== "person") return sql`true`;
  if (actor.roles.length === 0) return sql`false`;
  if (actor.roles.includes("admin") || actor.roles.includes("viewer")) return sql`true`;
  return sql`((select visibility from settings) = 'all' or ${accountId} in (${booksOf(ctx, actor.personId)}))`;
}

/** Ids of the accounts that the person owns today, or whoever they stand in for, or, as a manager, whose owner reports to them. */
function booksOf(ctx: Ctx, personId: number): SQL {
  return sql`select current_owners.account_id from (
      select distinct on (account_id) account_id, csm_id, am_id from account_owners
      where valid_from <= ${ctx.today} order by account_id, valid_from desc
    ) as current_owners
    left join people csm on csm.id = current_owners.csm_id
    left join people am on am.id = current_owners.am_id
    where ${personId} in (csm.manager_id, am.manager_id)
      or current_owners.csm_id = ${workedBooks(ctx)} or current_owners.am_id = ${workedBooks(ctx)}`;
}
