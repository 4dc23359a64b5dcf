import type { PoolClient } from "pg";
import type { Day } from "@/lib/core/calendar";
import { journaled } from "./journal-image";
import type { TableSpec } from "./table-spec";

/** Tables that a dry run copies whole: small, or read by more than their rows' keys. Of the ledgers, those that may move. */
const WHOLE: Readonly<Record<string, string>> = {
  accounts: "true",
  account_owners: "true",
  account_attributes: "true",
  people: "true",
  person_roles: "true",
  contracts: "true",
  outcomes: "true",
  feeds: "true",
  told_days: "true",
  waiting_rows: "true",
  imports: "waiting > 0",
};
/** Tables whose rows are copied when they are about to be changed. */
const BY_ROW = [
  ...["usage_days", "feature_usage", "entitlements", "tickets", "touchpoints", "invoices", "contacts", "surveys"],
  ...["milestones", "events", "metrics", "scorecards"],
];
/** Tables that are only written to. */
const EMPTY = ["import_changes", "import_faults", "changed_accounts", "rescore_queue", "replay_queue"];
/** Beyond any number that a sequence has given. */
const FIRST_ID = 2_000_000_000;

/** Puts a temporary table in front of every table that an import writes, for the rest of the transaction: what runs after
 * this writes there, by the same statements and triggers, and neither locks a row of ours nor waits for one. */
export async function shadowTables(client: PoolClient): Promise<void> {
  const tables = [...Object.keys(WHOLE), ...BY_ROW, ...EMPTY];
  await client.query(
    tables.map((table) => `create temp table ${table} (like public.${table} including all) on commit drop`).join(";"),
  );
  const { rows: identities } = await client.query<{ table: string; column: string }>(
    `select c.relname as "table", a.attname as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and a.attidentity <> ''`,
    [tables],
  );
  for (const { table, column } of identities)
    await client.query(`alter table pg_temp.${table} alter column ${column} restart with ${FIRST_ID}`);
  const { rows: triggers } = await client.query<{ sql: string }>(
    `select replace(pg_get_triggerdef(t.oid), ' ON public.', ' ON pg_temp.') as sql from pg_trigger t
     join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and not t.tgisinternal`,
    [tables],
  );
  for (const { sql } of triggers) await client.query(sql);
  for (const [table, where] of Object.entries(WHOLE)) await copyRows(client, table, where);
}

/** Copies the rows that the stage is about to change. */
export async function shadowStaged(client: PoolClient, spec: TableSpec): Promise<void> {
  if (!BY_ROW.includes(spec.table)) return;
  const types = journaled(spec.table).key;
  const keys = ["account_id", ...spec.key];
  const values = keys.map((name) => `"${name}"::${types[name]}`).join(", ");
  await copyRows(
    client,
    spec.table,
    `(${keys.map((name) => `t."${name}"`).join(", ")}) in (select ${values} from staged)`,
  );
}

/** Copies all of a table that is read by the ids of its rows. */
export async function shadowWhole(client: PoolClient, table: string): Promise<void> {
  if (BY_ROW.includes(table)) await copyRows(client, table, "true");
}

/** Copies what closing the days of some accounts reads, and puts history itself behind a table of its own. Of their closed
 * days it holds those given, the last, and the ones that the changes go on from. */
export async function shadowHistory(
  client: PoolClient,
  accountIds: readonly number[],
  days: readonly Day[],
  lastDay: Day,
): Promise<void> {
  for (const table of BY_ROW) await copyRows(client, table, "t.account_id = any($1)", [accountIds]);
  const { rows: months } = await client.query<{ name: string; bound: string }>(
    `select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'public.account_day'::regclass`,
  );
  const parts = months.map(({ name, bound }) => `create temp table ${name} partition of account_day ${bound}`);
  await client.query(
    [
      "create temp table account_day (like public.account_day including all) partition by range (day)",
      ...parts,
      "create temp table metric_day (like public.metric_day including all)",
    ].join(";"),
  );
  // One more account, so that the last closed day is told although all the others are new.
  await client.query(
    `insert into pg_temp.account_day select t.* from public.account_day t
     where (t.account_id = any($1) and (t.day = any($2) or t.day = $3
         or t.day = (select m.from_day - 1 from changed_accounts m where m.account_id = t.account_id)))
       or (t.day = $3 and t.account_id = (select account_id from public.account_day where day = $3 limit 1))`,
    [accountIds, days, lastDay],
  );
  await client.query(
    "insert into pg_temp.metric_day select t.* from public.metric_day t where t.account_id = any($1)",
    [accountIds],
  );
  await client.query("analyze pg_temp.account_day; analyze pg_temp.metric_day");
}

/** What is there already stays: it may have been changed. */
async function copyRows(client: PoolClient, table: string, where: string, values: unknown[] = []): Promise<void> {
  await client.query(`alter table pg_temp.${table} disable trigger user`);
  const { rowCount } = await client.query(
    `insert into pg_temp.${table} overriding system value select t.* from public.${table} t where ${where}
     on conflict do nothing`,
    values,
  );
  await client.query(`alter table pg_temp.${table} enable trigger user`);
  if (rowCount) await client.query(`analyze pg_temp.${table}`);
}
