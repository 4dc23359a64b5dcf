import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";

/** Queues the accounts whose past an import tells differently beside their signals, which triggers mark: by whose they are, in
 * which segment, since when customers, and by their cards. */
export async function queueReplays(client: PoolClient, importId: number, today: Day): Promise<void> {
  await client.query(
    `insert into replay_queue as q
     select account_id, min(from_day) from (
       select (key->>'account_id')::int as account_id, case table_name
           when 'scorecards' then ((key->>'period') || '-01')::date else (key->>'valid_from')::date end as from_day
       from import_changes where (import_id = $1 or caused_by = $1)
         and table_name in ('scorecards', 'account_owners', 'account_attributes')
       union all
       select (key->>'id')::int, case when before is null or before->>'customer_since' is distinct from after->>'customer_since'
           then date '1970-01-01' else $2::date end
       from import_changes where import_id = $1 and table_name = 'accounts'
     ) changed group by 1 order by 1
     on conflict (account_id) do update set from_day = least(q.from_day, excluded.from_day)`,
    [importId, today],
  );
}

/** Whether an import changes what is told of every account: the days that a feed covers (one told more beside the others is none
 * that changes how fresh it was), or people's names and roles. */
export async function changesAll(client: PoolClient, importId: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from import_changes where (import_id = $1 or caused_by = $1) and (table_name in ('people', 'person_roles')
       or (table_name = 'feeds' and (before->>'first_day', before->>'last_day')
         is distinct from (after->>'first_day', after->>'last_day'))
       or (table_name = 'told_days' and not exists (select from told_days t where t.feed = key->>'feed'
         and t.day < (key->>'day')::date and t.through >= (key->>'day')::date - 1))) limit 1`,
    [importId],
  );
  return rowCount === 1;
}
