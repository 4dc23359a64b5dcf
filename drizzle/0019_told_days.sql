CREATE TABLE "told_days" (
	"feed" text NOT NULL,
	"day" date NOT NULL,
	"through" date NOT NULL,
	CONSTRAINT "told_days_feed_day_pk" PRIMARY KEY("feed","day")
);
--> statement-breakpoint
-- What an installation that exists tells of: its rows, as refreshFeeds finds it, the deliveries it noted, and in the demo
-- company, whose sources deliver every morning, every day.
INSERT INTO told_days SELECT feed, day, max(through) FROM (
  select 'contracts' as feed, starts_on as day, max(starts_on) as through from contracts group by 2 UNION ALL
  select 'contracts' as feed, least(greatest(starts_on), (recorded_at at time zone (select time_zone from settings where id = 1))::date) as day, max((recorded_at at time zone (select time_zone from settings where id = 1))::date) as through from contracts group by 2 UNION ALL
  select 'usage_days' as feed, day as day, max(day) as through from usage_days group by 2 UNION ALL
  select 'feature_usage' as feed, day as day, max(day) as through from feature_usage group by 2 UNION ALL
  select 'tickets' as feed, (opened_at at time zone (select time_zone from settings where id = 1))::date as day, max((opened_at at time zone (select time_zone from settings where id = 1))::date) as through from tickets group by 2 UNION ALL
  select 'tickets' as feed, (closed_at at time zone (select time_zone from settings where id = 1))::date as day, max((closed_at at time zone (select time_zone from settings where id = 1))::date) as through from tickets group by 2 UNION ALL
  select 'touchpoints' as feed, (at at time zone (select time_zone from settings where id = 1))::date as day, max((at at time zone (select time_zone from settings where id = 1))::date) as through from touchpoints group by 2 UNION ALL
  select 'invoices' as feed, issued_on as day, max(issued_on) as through from invoices group by 2 UNION ALL
  select 'invoices' as feed, paid_on as day, max(paid_on) as through from invoices group by 2 UNION ALL
  select 'invoices' as feed, least(greatest(issued_on, paid_on), (recorded_at at time zone (select time_zone from settings where id = 1))::date) as day, max((recorded_at at time zone (select time_zone from settings where id = 1))::date) as through from invoices group by 2 UNION ALL
  select 'contacts' as feed, active_from as day, max(active_from) as through from contacts group by 2 UNION ALL
  select 'contacts' as feed, active_to as day, max(active_to) as through from contacts group by 2 UNION ALL
  select 'contacts' as feed, least(greatest(active_from, active_to), (recorded_at at time zone (select time_zone from settings where id = 1))::date) as day, max((recorded_at at time zone (select time_zone from settings where id = 1))::date) as through from contacts group by 2 UNION ALL
  select 'surveys' as feed, (at at time zone (select time_zone from settings where id = 1))::date as day, max((at at time zone (select time_zone from settings where id = 1))::date) as through from surveys group by 2 UNION ALL
  select 'milestones' as feed, achieved_on as day, max(achieved_on) as through from milestones group by 2 UNION ALL
  select 'milestones' as feed, target_on as day, max(null::date) as through from milestones group by 2 UNION ALL
  select 'milestones' as feed, least(greatest(achieved_on, target_on), (recorded_at at time zone (select time_zone from settings where id = 1))::date) as day, max((recorded_at at time zone (select time_zone from settings where id = 1))::date) as through from milestones group by 2 UNION ALL
  select 'events' as feed, (at at time zone (select time_zone from settings where id = 1))::date as day, max((at at time zone (select time_zone from settings where id = 1))::date) as through from events group by 2 UNION ALL
  select 'metrics' as feed, day as day, max(day) as through from metrics group by 2 UNION ALL
  select 'outcomes' as feed, decided_on as day, max(decided_on) as through from outcomes group by 2 UNION ALL
  select 'outcomes' as feed, least(greatest(decided_on), (recorded_at at time zone (select time_zone from settings where id = 1))::date) as day, max((recorded_at at time zone (select time_zone from settings where id = 1))::date) as through from outcomes group by 2 UNION ALL
  select feed, last_day, last_day from feeds UNION ALL
  select feed, day::date, day::date from settings, feeds, generate_series(first_day, last_day, interval '1 day') day where is_demo UNION ALL
  select r.table_name, day.day, day.day from source_runs r join sources s on s.id = r.source_id,
    lateral (select (r.started_at at time zone (select time_zone from settings where id = 1))::date as day) day
    where r.status = 'ok' and s.kind in ('postgres', 'stripe') and r.table_name in (select feed from feeds)
) told WHERE day IS NOT NULL AND through IS NOT NULL GROUP BY 1, 2;
