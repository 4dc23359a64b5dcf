import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type AccountContact = {
  externalId: string;
  name: string;
  role: string;
  title: string | null;
  department: string | null;
  activeFrom: Day;
  activeTo: Day | null;
};

/** The people we know at an account, those in force first, then by their weight in a decision. */
export async function listContacts(ctx: Ctx, accountId: number): Promise<AccountContact[]> {
  const { rows } = await ctx.db.execute<AccountContact>(sql`
    select external_id as "externalId", name, role, title, department, active_from as "activeFrom", active_to as "activeTo"
    from contacts
    where account_id = ${accountId} and active_from <= ${ctx.today} and ${visibleAccounts(ctx, sql`account_id`)}
    order by (active_to is null or active_to > ${ctx.today}) desc,
      array_position(array['champion', 'sponsor', 'economic_buyer', 'power_user', 'user', 'detractor'], role), name
    limit 50`);
  return rows;
}
