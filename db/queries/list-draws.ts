import "server-only";
import { sql } from "drizzle-orm";
import type { Draw } from "@/lib/core/playbook/hold-out";
import type { Ctx } from "@/lib/server/context";
import { type TriageFilter, triageWhere } from "./triage-filter";

/** Accounts of a book that chance drew for a play or out of it, with what came of them 90 days later. */
export async function listDraws(ctx: Ctx, scope: Pick<TriageFilter, "book" | "segment">): Promise<Draw[]> {
  const { rows } = await ctx.db.execute<Draw>(sql`
    select d.account_id as "accountId", d.play, d.drawn_on as "drawnOn", d.held, d.score_then as score,
      (array['red', 'yellow', 'green'])[later.tone] as "toneAfter", later.score as "scoreAfter",
      exists (select from outcomes o where o.account_id = d.account_id and o.kind in ('renewed', 'expanded')
        and o.decided_on > d.drawn_on and o.decided_on <= least(d.drawn_on + 90, ${ctx.today}::date)) as renewed
    from play_draws d join triage t on t.account_id = d.account_id
    left join lateral (select h.health_tone as tone, h.score from health_day h where h.account_id = d.account_id
      and d.drawn_on + 90 <= ${ctx.today}::date
      and h.day between d.drawn_on + 84 and d.drawn_on + 90 order by h.day desc limit 1) later on true
    where ${triageWhere(ctx, scope)}
    order by d.drawn_on, d.account_id`);
  return rows;
}
