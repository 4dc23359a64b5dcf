import type { PoolClient } from "pg";

/** Forgets the rows of an import that still wait, and lets those wait again whose account it had brought. */
export async function undoWaiting(client: PoolClient, importId: number): Promise<void> {
  await client.query("delete from waiting_rows where import_id = $1", [importId]);
  await client.query(
    `delete from import_changes where (table_name = 'waiting_rows' and before->>'import_id' = $1)
       or (table_name = 'imports' and key->>'id' = $1)`,
    [String(importId)],
  );
  await client.query(
    `insert into waiting_rows overriding system value
     select (jsonb_populate_record(null::waiting_rows, before)).* from import_changes
     where import_id = $1 and table_name = 'waiting_rows'`,
    [importId],
  );
  await client.query(
    `update imports i set waiting = i.waiting + m.rows, accepted = i.accepted - m.accepted,
       unchanged = i.unchanged - m.unchanged, rejected = i.rejected - m.rejected
     from (
       select (key->>'id')::int as id, sum((after->>'rows')::int)::int as rows, sum((after->>'accepted')::int)::int as accepted,
         sum((after->>'unchanged')::int)::int as unchanged, sum((after->>'rejected')::int)::int as rejected
       from import_changes where import_id = $1 and table_name = 'imports' and key->>'id' is not null group by 1
     ) m where i.id = m.id`,
    [importId],
  );
  await client.query(
    `delete from import_faults f using (
       select (key->>'id')::int as id, jsonb_array_elements_text(after->'lines')::int as line
       from import_changes where import_id = $1 and table_name = 'imports'
     ) m where f.import_id = m.id and f.line = m.line`,
    [importId],
  );
  await client.query("delete from import_changes where import_id = $1 and table_name in ('waiting_rows', 'imports')", [
    importId,
  ]);
}
