import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Day } from "@/lib/core/calendar";
import { causeKey } from "./cause-key";
import { outcomeRate } from "./outcome-rate";

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
        case when bool_and(rate.rate is not null)
          then sum(round((coalesce(o.arr_before_cents, 0) - coalesce(o.arr_after_cents, 0)) * rate.rate))::bigint end as arr_cents
      from (select distinct on (account_id, decided_on) * from outcomes where decided_on between ${from} and ${to}
        order by account_id, decided_on, recorded_at desc, external_id) o
      ${outcomeRate()}
      where o.kind in ('churned', 'downsold')
      group by o.account_id, 2
    ) lost
    join accounts a on a.id = lost.account_id and (${cause}::text is null or lost.cause = ${cause})
    left join lateral (select csm_id, am_id from account_owners w where w.account_id = lost.account_id
      and w.valid_from <= lost.decided_on order by w.valid_from desc limit 1) owner on true
    left join lateral (select segment from account_attributes v where v.account_id = lost.account_id
      and v.valid_from <= lost.decided_on order by v.valid_from desc limit 1) dated on true`;
}
