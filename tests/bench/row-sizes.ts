import type { BenchDatabase } from "./bench-database";

/** G10: bytes of heap and key of one account in one run of six measures, and of one account-day with the full catalogue. */
export async function rowSizes({ pool }: BenchDatabase) {
  const { rows } = await pool.query<{ accountRun: number; accountDay: number }>(
    `with current as (select 'run_scores_' || id as name, id from runs where is_current),
     months as (
       select pg_relation_size(inhrelid) + (select sum(pg_relation_size(indexrelid)) from pg_index where indrelid = inhrelid and indisprimary)
         as bytes
       from pg_inherits where inhparent = 'account_day'::regclass)
     select
       (select (pg_relation_size(name::regclass) + pg_relation_size((name || '_pkey')::regclass))::float8
          / (select accounts from runs where is_current) from current) as "accountRun",
       (select sum(bytes)::float8 from months) / (select count(*) from account_day) as "accountDay"`,
  );
  return rows[0] as { accountRun: number; accountDay: number };
}
