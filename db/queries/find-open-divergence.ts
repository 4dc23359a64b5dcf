import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type OpenDivergence = {
  id: number;
  openedOn: Day;
  dueOn: Day;
  owner: string | null;
  ownerRole: string;
  severe: boolean;
  resolution: string | null;
  note: string | null;
  settledBy: string | null;
  settledOn: Day | null;
};

/** The divergence that stands on an account today, settled or not; null where there is none. */
export async function findOpenDivergence(ctx: Ctx, accountId: number): Promise<OpenDivergence | null> {
  const { rows } = await ctx.db.execute<OpenDivergence>(sql`
    select d.id, d.opened_on as "openedOn", d.due_on as "dueOn", owner.name as owner, d.owner_role as "ownerRole", d.severe, d.resolution, d.note,
      settler.name as "settledBy", d.settled_on as "settledOn"
    from divergences d left join people owner on owner.id = d.owner_id left join people settler on settler.id = d.settled_by
    where d.account_id = ${accountId} and d.opened_on <= ${ctx.today} and d.closed_on is null and ${visibleAccounts(ctx, sql`d.account_id`)}
    order by d.opened_on desc, d.id desc limit 1`);
  return rows[0] ?? null;
}
