import type { PoolClient } from "pg";

/** Runs a load without a check and a mark per row: foreign keys are dropped before and added, thus proven, after; the triggers
 * that mark changed accounts rest, and every account is marked once instead. Inside the caller's transaction. */
export async function inBulk(
  client: PoolClient,
  tables: readonly string[],
  firstDay: string,
  load: () => Promise<void>,
) {
  const { rows: keys } = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any ($1::text[]::regclass[])`,
    [tables],
  );
  for (const { owner, name } of keys) await client.query(`alter table ${owner} drop constraint ${name}`);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  await load();
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
  for (const { owner, name, definition } of keys) {
    await client.query(`alter table ${owner} add constraint ${name} ${definition}`);
  }
  await client.query(
    `insert into changed_accounts (account_id, from_day) select id, $1 from accounts
     on conflict (account_id) do update set from_day = least(changed_accounts.from_day, excluded.from_day)`,
    [firstDay],
  );
}
