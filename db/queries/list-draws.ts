import "server-only";
import { sql } from "drizzle-orm";
import type { Draw } from "@/lib/core/playbook/hold-out";
import type { Ctx } from "@/lib/server/context";
import { outcomeWithin } from "./outcome-within";
import { type TriageFilter, triageWhere } from "./triage-filter";

export type DrawRow = Draw & { slug: string; name: string };

/** Accounts that chance drew for a play or out of it, by the owners and segment of that day, with what came of them 90 days later.
 * Who has left since stays on its side. */
export async function listDraws(ctx: Ctx, scope: Pick<TriageFilter, "book" | "segment">): Promise<DrawRow[]> {
  const drawn = { account: sql`t.account_id`, since: sql`t.drawn_on` };
  const { rows } = await ctx.db.execute<DrawRow>(sql`
    select t.account_id as "accountId", t.slug, t.name, t.play, t.drawn_on as "drawnOn", t.held, t.score_then as score,
      (array['red', 'yellow', 'green'])[later.tone] as "toneAfter", later.score as "scoreAfter",
      ${outcomeWithin(ctx, drawn, ["renewed", "expanded"])} as renewed, ${outcomeWithin(ctx, drawn, ["churned"])} as lost
    from (
      select d.*, a.slug, a.name, owner.csm_id, owner.am_id, dated.segment
      from play_draws d join accounts a on a.id = d.account_id
      left join lateral (select csm_id, am_id from account_owners o where o.account_id = d.account_id
        and o.valid_from <= d.drawn_on order by o.valid_from desc limit 1) owner on true
      left join lateral (select segment from account_attributes v where v.account_id = d.account_id
        and v.valid_from <= d.drawn_on order by v.valid_from desc limit 1) dated on true
    ) t
    left join lateral (select h.health_tone as tone, h.score from health_day h where h.account_id = t.account_id
      and t.drawn_on + 90 <= ${ctx.today}::date
      and h.day between t.drawn_on + 84 and t.drawn_on + 90 order by h.day desc limit 1) later on true
    where ${triageWhere(ctx, scope)}
    order by t.drawn_on, t.account_id`);
  return rows;
}
