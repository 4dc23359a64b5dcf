import type { PoolClient } from "pg";

/** Takes staged rows whose account is not known out of the stage and lets them wait for it. A row that waits already is
 * left as it is, so that the same file or delivery again changes nothing. */
export async function holdUnknown(
  client: PoolClient,
  table: string,
  importId: number | null,
): Promise<{ waiting: number; alreadyWaiting: number }> {
  const isUnknown = `cells is not null
    and not exists (select from accounts a where lower(a.external_id) = lower(account_key))`;
  const { rowCount: held } = await client.query(
    `create temp table held on commit drop as select line, account_key, cells::jsonb as cells from staged where ${isUnknown}`,
  );
  if (!held) {
    await client.query("drop table held");
    return { waiting: 0, alreadyWaiting: 0 };
  }
  await client.query(`delete from staged where ${isUnknown}`);
  const { rowCount } = await client.query(
    `insert into waiting_rows (import_id, table_name, account_key, line, cells)
     select $1, $2, account_key, min(line), cells from held h
     where not exists (
       select from waiting_rows w where w.table_name = $2 and w.account_key = h.account_key and w.cells = h.cells)
     group by account_key, cells order by min(line)`,
    [importId, table],
  );
  await client.query("drop table held");
  return { waiting: rowCount ?? 0, alreadyWaiting: held - (rowCount ?? 0) };
}
