import "server-only";
import { sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import type { CalledOutcome } from "@/lib/core/forecast/calls";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

export type CalledDecision = CalledOutcome & {
  accountId: number;
  slug: string;
  name: string;
  decidedOn: Day;
  calledOn: Day;
};

/** Days around a decide-by date within which a decision is the one that was called. */
const NEAR_DAYS = 180;

/** Decisions that somebody had called: the last call made before the day of the decision, for a decide-by date near it. */
export async function listCalledOutcomes(ctx: Ctx): Promise<CalledDecision[]> {
  const { rows } = await ctx.db.execute<CalledDecision>(sql`
    select o.account_id as "accountId", a.slug, a.name, o.decided_on as "decidedOn", c.called_on as "calledOn", c.call, o.bad
    from (select distinct on (account_id, decided_on) account_id, decided_on, kind in ('churned', 'downsold') as bad
      from outcomes where decided_on <= ${ctx.today}::date
      order by account_id, decided_on, recorded_at desc, external_id) o
    join accounts a on a.id = o.account_id
    join lateral (select call, called_on from forecast_calls f where f.account_id = o.account_id
      and f.called_on < o.decided_on and abs(f.decide_by - o.decided_on) <= ${NEAR_DAYS}::int
      order by f.id desc limit 1) c on true
    where ${visibleAccounts(ctx, sql`o.account_id`)}
    order by o.decided_on desc, o.account_id`);
  return rows;
}
