import "server-only";
import { sql } from "drizzle-orm";
import type { Hold } from "@/lib/core/guards/hold";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** What is held, newest first, and, where asked for, the last ones that are over. */
export async function listHolds(ctx: Ctx, { past = 0 }: { past?: number } = {}): Promise<Hold[]> {
  await authorize(ctx, "account:read");
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<Hold>(sql`
    select h.id, h.kind, h.subject, h.opened_on as "openedOn", h.detail->>'since' as since, h.detail->>'fault' as fault,
      (select as_of from runs where id = (h.detail->>'baseRun')::int) as "baseOn", (h.detail->>'found')::float8 as found, (h.detail->>'usual')::float8 as usual, (h.detail->>'moved')::int as moved,
      (h.detail->>'accounts')::int as accounts, h.verdict, h.note, by.name as "settledBy", h.detail->>'until' as until,
      h.detail->>'releasedOn' as "releasedOn", h.released_at is not null as "isOver",
      case when h.released_at is null then waits.waiting else 0 end as waiting,
      case when h.released_at is null then waits.own else 0 end as "waitingOwn",
      array(select p.name from people p join person_roles r on r.person_id = p.id and r.role = 'admin'
        where p.status = 'active' order by p.name) as deciders
    from holds h left join people by on by.id = h.released_by
    cross join (
      select count(*)::int as waiting, count(*) filter (where ${me} in (t.csm_id, t.am_id))::int as own
      from held_days d join triage t using (account_id) join runs r on r.id = t.run_id and r.as_of = d.day
      where d.tone <> t.tone and ${visibleAccounts(ctx, sql`t.account_id`)}) waits
    where h.released_at is null
      or h.id in (select id from holds where released_at is not null order by id desc limit ${past})
    order by h.released_at is not null, h.id desc`);
  return rows;
}
