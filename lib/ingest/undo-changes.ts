import type { PoolClient } from "pg";
import { refreshFeeds } from "@/db/days/refresh-feeds";
import { hasKey, imageOf, JOURNALED, journaled, keyOf } from "./journal-image";

/** Rows that an undo leaves as they are, and why. */
export interface Left {
  table: string;
  rows: number;
  why: string;
}

/** Tables whose added rows the journal names one by one. */
const NAMED_BY_KEY = new Set(["accounts", "people", "scorecards"]);
/** Kept by feed, and worked out again from the rows that stay. */
const FEED_TABLES = ["feeds", "told_days"];
const CHANGED_SINCE = "changed since by something else";
const REFERRED_TO = "something else refers to it";
/** Of an account that goes, what was worked out about it and what the system itself wrote down. */
const DERIVED = [
  ...["changed_accounts", "rescore_queue", "triage", "run_scores", "health_day", "account_day", "metric_day"],
  ...["scorecard_drafts", "divergences"],
];

/** Puts back what an import changed and takes out what it added, in the caller's transaction, referring rows first. What has
 * been changed since by another import is put back when that one is undone; what anything else has changed stays. */
export async function undoChanges(client: PoolClient, importId: number, tables: readonly string[]): Promise<Left[]> {
  await client.query(
    `create temp table undoing on commit drop as
     select id, import_id, table_name, key, before, after from import_changes
     where (import_id = $1 or caused_by = $1) and table_name <> 'waiting_rows'`,
    [importId],
  );
  await mergeRepeats(client);
  const left: Left[] = [];
  for (const table of Object.keys(JOURNALED)) {
    if (table === "waiting_rows" || FEED_TABLES.includes(table)) continue;
    const added = tables.includes(table) && !NAMED_BY_KEY.has(table);
    left.push(...(await undoTable(client, table, importId, added)));
  }
  await undoFeeds(client);
  await client.query("delete from import_changes where (import_id = $1 or caused_by = $1) and table_name = any($2)", [
    importId,
    Object.keys(JOURNALED).filter((table) => table !== "waiting_rows"),
  ]);
  await client.query("drop table undoing");
  return left.filter(({ rows }) => rows > 0);
}

/** A feed covers the days it covered before; where something else has been delivered since, those that its rows tell of. */
async function undoFeeds(client: PoolClient): Promise<void> {
  for (const table of FEED_TABLES) {
    const isHere = `u.table_name = '${table}' and ${hasKey(table, "t", "u.key")}`;
    await restore(client, table, isHere);
    await client.query(`delete from ${table} t using undoing u where ${isHere}`);
  }
  await refreshFeeds(client);
}

/** Of several changes of one row, the first knows what was before and the last what it became. */
async function mergeRepeats(client: PoolClient): Promise<void> {
  await client.query(
    `update undoing u set after = (
       select l.after from undoing l where l.table_name = u.table_name and l.key = u.key order by l.id desc limit 1)
     where exists (select from undoing l where l.table_name = u.table_name and l.key = u.key and l.id > u.id)`,
  );
  await client.query(
    `delete from undoing u where exists (
       select from undoing e where e.table_name = u.table_name and e.key = u.key and e.id < u.id)`,
  );
}

async function undoTable(client: PoolClient, table: string, importId: number, added: boolean): Promise<Left[]> {
  const left: Left[] = [];
  const isHere = `u.table_name = '${table}' and ${hasKey(table, "t", "u.key")}`;
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from undoing u where table_name = '${table}'`,
  );
  if (rows[0]?.n) {
    // A change made on top of this one by another import now rests on what was before this one.
    await client.query(
      `update import_changes later set before = u.before from undoing u
       where later.id > u.id and u.table_name = '${table}' and later.table_name = '${table}' and later.key = u.key
         and later.before @> u.after and later.import_id <> $1 and later.caused_by is distinct from $1`,
      [importId],
    );
    await restore(client, table, isHere);
    left.push(...(await removeAdded(client, table, isHere)));
    const { rows: stay } = await client.query<{ n: number }>(
      `select count(*)::int as n from undoing u where u.table_name = '${table}'
         and exists (select from ${table} t where ${isHere})
         and not exists (select from import_changes later where later.id > u.id and later.table_name = '${table}'
           and later.key = u.key and later.import_id <> $1 and later.caused_by is distinct from $1)`,
      [importId],
    );
    const kept = left.reduce((sum, one) => sum + one.rows, 0);
    left.push({ table, rows: (stay[0]?.n ?? 0) - kept, why: CHANGED_SINCE });
  }
  if (added) left.push(await removeByMoment(client, table, importId));
  return left;
}

async function restore(client: PoolClient, table: string, isHere: string): Promise<void> {
  const columns = await restoredColumns(client, table);
  if (columns.length === 0) return;
  const list = columns.map((name) => `"${name}"`).join(", ");
  await client.query(
    `with put as (
       update ${table} t set (${list}) = (select ${list} from jsonb_populate_record(null::${table}, u.before))
       from undoing u where ${isHere} and u.before is not null and ${imageOf(table, "t")} @> u.after returning u.id
     ) delete from undoing where id in (select id from put)`,
  );
}

async function restoredColumns(client: PoolClient, table: string): Promise<readonly string[]> {
  const { key, restored } = journaled(table);
  if (restored) return restored;
  const { rows } = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped",
    [table],
  );
  return rows.map(({ name }) => name).filter((name) => !(name in key));
}

/** Takes out rows that the journal names as added and that are as they were; those that others refer to stay. */
async function removeAdded(client: PoolClient, table: string, isHere: string): Promise<Left[]> {
  const isAdded = `u.before is null and ${imageOf(table, "t")} @> u.after`;
  const isUnused = table === "people" ? " and t.status = 'invited' and t.password_hash is null" : "";
  const going = `from ${table} t, undoing u where ${isHere} and ${isAdded}`;
  if (table === "accounts") await forgetDerived(client, going);
  if (table === "scorecards")
    await client.query(
      `update divergences set scorecard_id = null where settled_by is null and scorecard_id in (select t.id ${going})`,
    );
  const free = `${await unreferred(client, table)}${isUnused}`;
  for (;;) {
    const { rowCount } = await client.query(
      `with gone as (delete from ${table} t using undoing u where ${isHere} and ${isAdded} and ${free} returning u.id)
       delete from undoing where id in (select id from gone)`,
    );
    // Accounts below accounts, people below people: who is on top goes next.
    if (!rowCount || free === "true") break;
  }
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n ${going}`);
  return [{ table, rows: rows[0]?.n ?? 0, why: REFERRED_TO }];
}

/** SQL: nothing with a foreign key to a row of t has it. */
async function unreferred(client: PoolClient, table: string, aside: readonly string[] = []): Promise<string> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = $1::regclass`,
    [table],
  );
  const none = rows
    .filter((row) => !aside.includes(row.table))
    .map((row) => `not exists (select from ${row.table} r where r."${row.column}" = t.id)`);
  return none.join(" and ") || "true";
}

/** Of accounts that nothing but the system's own conclusions refers to, takes those out. */
async function forgetDerived(client: PoolClient, going: string): Promise<void> {
  const isAlone = await unreferred(client, "accounts", ["divergences", "scorecard_drafts", "accounts"]);
  await client.query(
    `create temp table leaving on commit drop as select t.id ${going} and ${isAlone} and not exists (
       select from divergences d where d.account_id = t.id and (d.settled_by is not null or d.note is not null))`,
  );
  for (const table of DERIVED) await client.query(`delete from ${table} where account_id in (select id from leaving)`);
  await client.query("drop table leaving");
}

/** Takes out rows that carry the import's moment: those it added and nothing has changed since. */
async function removeByMoment(client: PoolClient, table: string, importId: number): Promise<Left> {
  const isOurs = "t.recorded_at = (select applied_at from imports where id = $1)";
  const isChanged = `exists (select from undoing u where u.table_name = '${table}' and u.key = ${keyOf(table, "t")})`;
  await client.query(`delete from ${table} t where ${isOurs} and not ${isChanged}`, [importId]);
  // A row that a later import changed is that import's now.
  const { rowCount } = await client.query(
    `update import_changes set before = null
     where table_name = '${table}' and (before->>'recorded_at')::timestamptz = (select applied_at from imports where id = $1)`,
    [importId],
  );
  return { table, rows: rowCount ?? 0, why: "changed since by a later import, which now counts as having added it" };
}
