/** The six measures of the default model as straightforward SQL over the raw rows: windows aggregated per account, joined.
 * Null is missing, −Infinity none. The oracle of the slices, and what they are measured against. */
export const STRAIGHTFORWARD_SQL = `
with book as (
  select account_id, sum(seats) as seats from contracts where starts_on <= $1::date and ends_on >= $1::date group by 1
), usage as (
  select account_id,
    sum(active_users) filter (where day > $1::date - 28) as now_sum,
    count(active_users) filter (where day > $1::date - 28) as now_days,
    sum(active_users) filter (where day <= $1::date - 28) as before_sum,
    count(active_users) filter (where day <= $1::date - 28) as before_days
  from usage_days where day > $1::date - 56 and day <= $1::date group by 1
), meetings as (
  select account_id, count(*) filter (where attended) as attended, count(*) as planned
  from touchpoints
  where kind in ('qbr', 'check_in', 'training', 'call') and attended is not null
    and (at at time zone (select time_zone from settings))::date between $1::date - 89 and $1::date
  group by 1
), load as (
  select account_id,
    sum(case severity when 'critical' then 8 when 'high' then 4 when 'normal' then 1 else 0.5 end)::float8 as load
  from tickets
  where (opened_at at time zone (select time_zone from settings))::date <= $1::date
    and (closed_at is null or (closed_at at time zone (select time_zone from settings))::date > $1::date)
  group by 1
), payments as (
  select account_id, count(*) filter (where paid_on <= due_on and paid_on <= $1::date) as on_time, count(*) as due
  from invoices where not disputed and due_on between $1::date - 364 and $1::date group by 1
), met as (
  select account_id, count(*) filter (where achieved_on <= $1::date) as met, count(*) as due
  from milestones where target_on <= $1::date group by 1
)
select book.account_id,
  case when now_days * 2 < 28 or now_days is null then null when seats > 0 then 100.0::float8 * (now_sum::float8 / now_days) / seats
    else '-Infinity' end as licence_utilisation,
  case when now_days * 2 < 28 or before_days * 2 < 28 or before_sum = 0 then null
    else 100.0::float8 * (now_sum::float8 / now_days - before_sum::float8 / before_days) / (before_sum::float8 / before_days) end
    as active_user_trend,
  case when planned > 0 then 100.0::float8 * attended / planned else '-Infinity' end as meeting_attendance,
  100.0::float8 * coalesce(load, 0) / greatest(coalesce(seats, 0), 50) as severity_load,
  case when payments.due > 0 then 100.0::float8 * on_time / payments.due else '-Infinity' end as on_time_payment,
  case when met.due > 0 then 100.0::float8 * met.met / met.due else '-Infinity' end as milestones_met
from book
left join usage on usage.account_id = book.account_id
left join meetings on meetings.account_id = book.account_id
left join load on load.account_id = book.account_id
left join payments on payments.account_id = book.account_id
left join met on met.account_id = book.account_id
order by book.account_id`;

/** The measures of STRAIGHTFORWARD_SQL, in the order of its columns. */
export const SIX = [
  "licence_utilisation",
  "active_user_trend",
  "meeting_attendance",
  "severity_load",
  "on_time_payment",
  "milestones_met",
] as const;

/** The tables that measures are read from: what one sequential pass over the raw rows passes over. */
export const RAW_TABLES = [
  "usage_days",
  "feature_usage",
  "entitlements",
  "tickets",
  "touchpoints",
  "invoices",
  "contacts",
  "surveys",
  "milestones",
  "events",
  "metrics",
  "contracts",
  "outcomes",
] as const;
