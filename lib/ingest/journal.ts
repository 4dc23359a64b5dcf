import type { PoolClient } from "pg";
import { imageOf, keyOf } from "./journal-image";

/** Whose changes are written down, so that they can be undone; `causedBy` is the import that brought the account where the
 * rows had waited for it. */
export interface Journal {
  importId: number;
  causedBy?: number | null;
}

/** Tables whose rows are compared as wholes before and after: few rows, or no moment of recording. */
export interface Scope {
  table: string;
  /** SQL: which rows (alias t) may change. */
  where: string;
}

/** Keeps the rows that may change as they are. */
export async function keepBefore(client: PoolClient, scopes: readonly Scope[]): Promise<void> {
  await client.query("drop table if exists rows_before");
  await client.query("create temp table rows_before (table_name text, key jsonb, image jsonb) on commit drop");
  for (const { table, where } of scopes) {
    await client.query(
      `insert into rows_before select '${table}', ${keyOf(table, "t")}, ${imageOf(table, "t")} from ${table} t where ${where}`,
    );
  }
}

/** Writes down what has become of the rows kept: added ones with `before` null. */
export async function journalSince(client: PoolClient, journal: Journal, scopes: readonly Scope[]): Promise<void> {
  for (const { table, where } of scopes) {
    await client.query(
      `insert into import_changes (import_id, caused_by, table_name, key, before, after)
       select $1, $2, '${table}', now.key, b.image, now.image
       from (select ${keyOf(table, "t")} as key, ${imageOf(table, "t")} as image from ${table} t where ${where}) now
       left join rows_before b on b.table_name = '${table}' and b.key = now.key
       where b.image is distinct from now.image order by now.key`,
      [journal.importId, journal.causedBy ?? null],
    );
  }
  await client.query("drop table rows_before");
}

/** Writes down rows that the stage is about to change, and keeps others from them: `changes` is an SQL condition on s (the
 * stage) and t (the table). Of their new state only the moment of recording is kept, which nothing else has. Returns how
 * many there are. */
export async function journalUpdates(
  client: PoolClient,
  table: string,
  { match, changes }: { match: string; changes: string },
  journal: Journal,
): Promise<number> {
  const { rowCount } = await client.query(
    `insert into import_changes (import_id, caused_by, table_name, key, before, after)
     select $1, $2, '${table}', ${keyOf(table, "t")}, ${imageOf(table, "t")},
       jsonb_build_object('recorded_at', now() at time zone 'UTC')
     from staged s join ${table} t on ${match} where ${changes} for update of t`,
    [journal.importId, journal.causedBy ?? null],
  );
  return rowCount ?? 0;
}

/** Writes down rows that the stage has just added, where their moment of recording is not that of the import they are of. */
export async function journalAttached(client: PoolClient, table: string, match: string, journal: Journal) {
  await client.query(
    `insert into import_changes (import_id, caused_by, table_name, key, before, after)
     select $1, $2, '${table}', ${keyOf(table, "t")}, null, jsonb_build_object('recorded_at', now() at time zone 'UTC')
     from staged s join ${table} t on ${match}
     where t.recorded_at = now() and not exists (
       select from import_changes c where c.table_name = '${table}' and c.import_id = $1 and c.key = ${keyOf(table, "t")}
         and c.after->'recorded_at' = to_jsonb(now() at time zone 'UTC'))`,
    [journal.importId, journal.causedBy ?? null],
  );
}
