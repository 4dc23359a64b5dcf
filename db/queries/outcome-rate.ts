import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { minorUnits } from "@/db/days/feeds/contracts";

/** `rate.rate` of an outcome `o`: what a minor unit of its currency was worth in minor units of the workspace's on the day of the
 * decision; null without an exchange rate. A rate is between major units. */
export function outcomeRate(): SQL {
  return sql`left join lateral (select case when o.currency is null or o.currency = s.currency then 1 else (
    select x.rate::numeric * ${sql.raw(minorUnits("s.currency"))} / ${sql.raw(minorUnits("o.currency"))}
    from exchange_rates x where x.currency = o.currency and x.day <= o.decided_on
    order by x.day desc limit 1) end as rate from settings s where s.id = 1) rate on true`;
}
