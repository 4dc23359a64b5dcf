import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type HoldRow = {
  id: number;
  kind: "feed" | "book_wide";
  subject: string;
  openedOn: Day;
  since: Day;
  fault: "stopped" | "short" | "excess" | null;
  found: number | null;
  usual: number | null;
  /** The day whose readings stand in; null where none do. */
  baseOn: Day | null;
  /** Of a book-wide move: how many accounts moved, of how many. */
  moved: number | null;
  accounts: number | null;
  verdict: "data_fault" | "holiday" | "incident" | "real" | "by_itself" | null;
  note: string | null;
  settledBy: string | null;
  until: Day | null;
  releasedOn: Day | null;
  isOver: boolean;
  /** Accounts of the reader's that would stand in another band by what is held: all of them, and those of their own book. */
  waiting: number;
  waitingOwn: number;
  /** Who may say what it was. */
  deciders: string[];
};

/** What is held, newest first, and, where asked for, the last ones that are over. */
export async function listHolds(ctx: Ctx, { past = 0 }: { past?: number } = {}): Promise<HoldRow[]> {
  await authorize(ctx, "account:read");
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : -1;
  const { rows } = await ctx.db.execute<HoldRow>(sql`
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
