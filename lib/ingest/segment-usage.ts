import type { PoolClient } from "pg";
import type { SourceRow } from "./read-rows";

/** One tracked event: whose, when, by whom, which. `key` is the account's key in lower case. */
export interface Tracked {
  key: string;
  day: string;
  user: string;
  feature: string;
}

/** How long users are kept by day. */
export const USER_DAYS_KEPT = 35;

/** Adds tracked events to what is known of their users' days. */
export async function countTracked(client: PoolClient, events: readonly Tracked[]): Promise<void> {
  const columns = [
    events.map(({ key }) => key),
    events.map(({ day }) => day),
    events.map(({ user }) => user),
    events.map(({ feature }) => feature),
  ];
  await client.query(
    `insert into user_days as old (account_key, day, user_id, feature, events)
     select key, day, who, feature, count(*) from unnest($1::text[], $2::date[], $3::text[], $4::text[]) e (key, day, who, feature)
     group by 1, 2, 3, 4 on conflict (account_key, day, user_id, feature) do update set events = old.events + excluded.events`,
    columns,
  );
}

type Touched = ReadonlyArray<Pick<Tracked, "key" | "day">>;

/** Days as rows of usage: those given, and the 27 after each as far as they have a row, for their 28-day figure. That one is
 * left out where its window begins before users are kept; days before that only grow. Unknown accounts give no rows. */
export async function usageRows(client: PoolClient, touched: Touched, today: string): Promise<SourceRow[]> {
  const { rows } = await client.query<Record<string, string>>(
    `with touched as (select key, day from unnest($1::text[], $2::date[]) t (key, day) group by 1, 2),
     days as (
       select distinct t.key, a.id, a.external_id, s.day::date as day
       from touched t join accounts a on lower(a.external_id) = t.key
       cross join lateral generate_series(t.day, t.day + 27, interval '1 day') s (day)
       where s.day = t.day or exists (select from usage_days u where u.account_id = a.id and u.day = s.day::date))
     select d.external_id as account_id, d.day::text as day,
       greatest(one.users, old.active_users)::text as active_users, greatest(one.events, old.events)::text as events,
       greatest(one.features, old.features_used)::text as features_used,
       case when d.day > $3::date - ${USER_DAYS_KEPT - 27} then (
         select count(distinct w.user_id) from user_days w
         where w.account_key = d.key and w.day between d.day - 27 and d.day)::text else '' end as active_users_28d
     from days d cross join lateral (
       select count(distinct user_id) as users, coalesce(sum(events), 0) as events, count(distinct feature) as features
       from user_days x where x.account_key = d.key and x.day = d.day) one
     left join usage_days old on old.account_id = d.id and old.day = d.day and d.day <= $3::date - ${USER_DAYS_KEPT}
     order by 1, 2`,
    [touched.map(({ key }) => key), touched.map(({ day }) => day), today],
  );
  return rows.map((cells, index) => ({ line: index + 1, cells }));
}

/** The same days by feature. */
export async function featureRows(client: PoolClient, touched: Touched): Promise<SourceRow[]> {
  const { rows } = await client.query<Record<string, string>>(
    `select a.external_id as account_id, x.feature, x.day::text as day, count(distinct x.user_id)::text as users
     from (select key, day from unnest($1::text[], $2::date[]) t (key, day) group by 1, 2) t
     join accounts a on lower(a.external_id) = t.key join user_days x on x.account_key = t.key and x.day = t.day
     group by 1, 2, 3 order by 1, 3, 2`,
    [touched.map(({ key }) => key), touched.map(({ day }) => day)],
  );
  return rows.map((cells, index) => ({ line: index + 1, cells }));
}

/** Days up to `through` of accounts that Segment tells of, on which none of their users did anything: zeros, so that silence
 * is not a gap. Only as far as events of anybody have come, for the last seven days. */
export async function quietRows(client: PoolClient, through: string): Promise<SourceRow[]> {
  const { rows } = await client.query<Record<string, string>>(
    `with known as (
       select account_key from user_days union select lower(account_key) from user_groups),
     begun as (
       select a.id, a.external_id, k.account_key, (select min(day) from usage_days u where u.account_id = a.id) as first
       from known k join accounts a on lower(a.external_id) = k.account_key)
     select b.external_id as account_id, q.day::date::text as day, '0' as active_users, '0' as events, '0' as features_used,
       (select count(distinct w.user_id) from user_days w
        where w.account_key = b.account_key and w.day between q.day::date - 27 and q.day::date)::text as active_users_28d
     from begun b cross join lateral generate_series(
       greatest(b.first, $1::date - 6), least($1::date, (select max(day) from user_days)), interval '1 day') q (day)
     where b.first is not null
       and not exists (select from usage_days u where u.account_id = b.id and u.day = q.day::date) order by 1, 2`,
    [through],
  );
  return rows.map((cells, index) => ({ line: index + 1, cells }));
}
