import "server-only";
import { type Scope, within } from "./feeds/piece";

/** The statement that writes metric_day for the accounts of `closing` in a scope: the running count and sum of each key go
 * on from its last row before, in the order of days, so that a sum closed day by day is the sum closed at once. An account
 * never closed before gets all its rows: a value outlasts its day. */
export function metricDaySql(scope: Scope): string {
  return `insert into metric_day (account_id, key, day, n, value, sum)
    select account_id, key, day, n, value, sum from (
      select account_id, key, day, since, value, sum(n) over w as n, sum(added) over w as sum from (
        select x.account_id, x.key, x.day, c.since, x.value, 1 as n, x.value as added
        from closing c join metrics x on x.account_id = c.account_id
        where ${within(scope)} and x.day between ${scope.since} and ${scope.to} and x.day >= c.since
        union all
        select c.account_id, k.key, b.day, c.since, b.value, b.n, b.sum
        from closing c join (
          select distinct c.account_id, x.key from closing c join metrics x on x.account_id = c.account_id
          where ${within(scope)} and x.day between ${scope.from} and ${scope.to} and x.day >= c.from_day
        ) k on k.account_id = c.account_id
        cross join lateral (select d.day, d.value, d.n, d.sum from metric_day d
          where d.account_id = k.account_id and d.key = k.key and d.day < c.from_day order by d.day desc limit 1) b
        where c.based
      ) m window w as (partition by account_id, key order by day rows unbounded preceding)
    ) r where day >= since`;
}
