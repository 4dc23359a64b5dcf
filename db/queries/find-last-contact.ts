import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** What happened last between us and an account before today, and whether it was the one who asks. */
export type LastContact = { on: Day; what: string; mine: boolean };

const ZONE = sql`(select time_zone from settings where id = 1)`;

/** The last contact before today: one's own review or note on the account, else its last two-way touchpoint. */
export async function findLastContact(ctx: Ctx, accountId: number): Promise<LastContact | null> {
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<LastContact>(sql`
    select * from (
      select held_on as "on", kind as what, true as mine from reviews where account_id = ${accountId} and owner_id = ${me} and held_on is not null
      union all select (created_at at time zone ${ZONE})::date, 'note', true from notes where account_id = ${accountId} and author_id = ${me}
      union all select (at at time zone ${ZONE})::date, kind, false from touchpoints where account_id = ${accountId} and two_way
    ) c where "on" < ${ctx.today}::date and ${visibleAccounts(ctx, sql`${accountId}::int`)}
    order by mine desc, "on" desc limit 1`);
  return rows[0] ?? null;
}
