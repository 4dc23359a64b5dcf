import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { causeKey } from "./cause-key";

/** Accounts that churned or were reduced by decisions of a period, for a cause; null for any. */
export type LostFilter = { from: Day; to: Day; cause: string | null };

/** One row an account and cause: what was lost of its ARR, by the rate of the day it was decided, and its owners and segment then.
 * Without a rate the amount is null. A cause that nobody named is "none". */
export function lostAccounts({ from, to, cause }: LostFilter): SQL {
  return sql`
    select lost.account_id, lost.cause, a.slug, a.name, lost.arr_cents, owner.csm_id, owner.am_id, dated.segment,
      null::date as ends_on, null::date as decide_by, null::float8 as score, null::float8 as health, 0::int2 as tone,
      0::int2 as score_tone, 0::int2 as people_tone, null::text as divergence, false as divergence_severe,
      null::int as from_place, null::int as to_place
    from (
      select o.account_id, ${causeKey(sql`o.cause`)} as cause, max(o.decided_on) as decided_on,
        case when bool_and(o.currency is null or o.currency = s.currency or rate.rate is not null)
          then round(sum((coalesce(o.arr_before_cents, 0) - coalesce(o.arr_after_cents, 0))
            * case when o.currency is null or o.currency = s.currency then 1 else rate.rate end))::bigint end as arr_cents
      from outcomes o cross join settings s
      left join lateral (select rate from exchange_rates r where r.currency = o.currency and r.day <= o.decided_on
        order by r.day desc limit 1) rate on true
      where o.kind in ('churned', 'downsold') and o.decided_on between ${from} and ${to}
      group by o.account_id, 2
    ) lost
    join accounts a on a.id = lost.account_id and (${cause}::text is null or lost.cause = ${cause})
    left join lateral (select csm_id, am_id from account_owners w where w.account_id = lost.account_id
      and w.valid_from <= lost.decided_on order by w.valid_from desc limit 1) owner on true
    left join lateral (select segment from account_attributes v where v.account_id = lost.account_id
      and v.valid_from <= lost.decided_on order by v.valid_from desc limit 1) dated on true`;
}
