import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { afterTerm, termsBy, termsOf } from "@/db/days/contract-terms";
import { outcomeRate } from "@/db/queries/outcome-rate";
import type { Day } from "@/lib/core/calendar";
import type { Decision } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { visibleAccounts } from "@/lib/server/visible-accounts";

/** A decision without what was said before it. `workedUntil`: the last day on which a plan that had begun by then stood open;
 * null where there was none. */
export type Decided = Omit<Decision, "known" | "version" | "author" | "isWorked"> & { workedUntil: Day | null };

/** Days between an expansion and the end of a term within which it is a renewal. */
const NEAR_TERM = 45;

/** SQL: the decisions so far of accounts that may be seen, once each. */
export function decidedOnce(ctx: Ctx): SQL {
  return sql`(select distinct on (account_id, decided_on) * from outcomes o
    where decided_on <= ${ctx.today} and ${visibleAccounts(ctx, sql`o.account_id`)}
    order by account_id, decided_on, recorded_at desc, external_id)`;
}

/** Every decision so far, once, oldest first. */
export async function listDecided(ctx: Ctx): Promise<Decided[]> {
  const { rows } = await ctx.db.execute<Decided>(sql`
    select o.account_id as "accountId", a.slug, a.name, dated.segment, o.kind, o.decided_on as "decidedOn",
      o.effective_on as "effectiveOn", round(o.arr_before_cents * rate.rate)::bigint as "arrBeforeCents",
      round(case when o.kind = 'churned' then coalesce(o.arr_after_cents, 0) else o.arr_after_cents end * rate.rate)::bigint
        as "arrAfterCents", o.avoidable,
      o.kind = 'expanded' and ${midTerm()} as "isMidTerm",
      (select max(coalesce(p.closed_on, '9999-12-31')) from plans p where p.account_id = o.account_id
        and p.opened_on <= o.decided_on and p.result is distinct from 'Taken back') as "workedUntil",
      case when o.kind in ('churned', 'downsold') then (select g.day from health_day g where g.account_id = o.account_id
        and g.day <= o.decided_on and g.day > o.decided_on - 365 and g.health_tone = 3
        order by g.day desc limit 1) end as "lastGreenOn"
    from ${decidedOnce(ctx)} o
    join accounts a on a.id = o.account_id
    left join lateral (select segment from account_attributes t where t.account_id = o.account_id
      and t.valid_from <= o.decided_on order by t.valid_from desc limit 1) dated on true
    ${outcomeRate()}
    order by o.decided_on, o.account_id`);
  return rows;
}

/** Whether the account has contracts and none of their terms ends near the day the outcome took effect. */
function midTerm(): SQL {
  return sql.raw(`(exists (select from contracts c where c.account_id = o.account_id) and not exists (
    select from (${termsOf("x.account_id = o.account_id")}) x,
      generate_series(0, ${termsBy(`(o.effective_on + ${NEAR_TERM})`)}) k (k)
    where abs(${afterTerm("k.k")} - o.effective_on) <= ${NEAR_TERM}))`);
}
