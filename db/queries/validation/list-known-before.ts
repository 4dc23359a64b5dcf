import "server-only";
import { sql } from "drizzle-orm";
import type { Decision, Said } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { decidedOnce } from "./list-decided";

type Known = Said & { accountId: number; decidedOn: string; author: Decision["author"] };

/** Days before the cut within which a scored day stands for it: history is kept by the week. */
const GRID_DAYS = 7;

/** What was known of each account so many days before its decision (published, else replayed), by account and day of the decision;
 * with the author of the scorecard that was in force, where asked for. Nothing of a later day enters. */
export async function listKnownBefore(
  ctx: Ctx,
  { horizon, before, withAuthors }: { horizon: number; before: "decided" | "effective"; withAuthors: boolean },
): Promise<Map<string, Known>> {
  const from = before === "decided" ? sql`o.decided_on` : sql`o.effective_on`;
  const cut = sql`(${from} - ${horizon}::int)`;
  const author = withAuthors
    ? sql`(select json_build_object('id', p.id, 'name', p.name) from people p where p.id = (
        select s.author_id from scorecards s where s.account_id = o.account_id and s.submitted_on <= h.day
        order by s.period desc, s.version desc limit 1))`
    : sql`null`;
  const { rows } = await ctx.db.execute<Known>(sql`
    select o.account_id as "accountId", o.decided_on as "decidedOn", h.day,
      case when h.replayed then 'replayed' else 'published' end as source, h.score, h.qualitative as people, h.health,
      coalesce(h.score_tone, 0)::int as "scoreTone", coalesce(h.people_tone, 0)::int as "peopleTone",
      coalesce(h.health_tone, 0)::int as "healthTone", ${author} as author
    from ${decidedOnce(ctx)} o
    join lateral (
      select * from health_day d where d.account_id = o.account_id and d.day <= ${cut} and d.day > ${cut} - ${GRID_DAYS}::int
      order by d.day desc limit 1) h on true`);
  return new Map(rows.map((row) => [`${row.accountId} ${row.decidedOn}`, row]));
}
