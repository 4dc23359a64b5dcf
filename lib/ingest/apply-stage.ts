import type { PoolClient } from "pg";
import { type Journal, journalAttached, journalUpdates } from "./journal";
import type { Rejection } from "./stage";
import { type ColumnSpec, type TableSpec, targetOf } from "./table-spec";

export interface Applied {
  accepted: number;
  /** Of the accepted, rows that were there with other values; null where nobody writes that down. */
  updated: number | null;
  unchanged: number;
  firstDay: string | null;
  lastDay: string | null;
  /** Facts about the rows taken that a person should know, such as dates before the customer began. */
  notes?: string[];
}

const CASTS = {
  text: "text",
  json: "jsonb",
  day: "date",
  instant: "timestamptz",
  integer: "bigint",
  number: "float8",
  money: "bigint",
  boolean: "boolean",
};

/** Finds the account of every staged row by its key; rows without one are rejected. */
export async function resolveAccounts(client: PoolClient, column: string, rejections: Rejection[]) {
  await client.query(
    `update staged set account_id = a.id from accounts a
     where account_id is null and lower(a.external_id) = lower(staged.account_key)`,
  );
  const reason = `'"' || left(account_key, 60) || '": there is no such account; import accounts first'`;
  await rejectWhere(client, "account_id is null", column, reason, rejections);
}

/** The account that each row of another table belongs to, by that row's id; ids of several accounts' rows are left out. */
export async function loadLinks(client: PoolClient, through: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ key: string; account: string }>(
    `select t.external_id as key, min(a.external_id) as account from ${through} t join accounts a on a.id = t.account_id
     group by 1 having count(distinct t.account_id) = 1`,
  );
  return new Map(rows.map(({ key, account }) => [key, account]));
}

/** Adds a row of zeros for each day without one, from an account's first staged day to the file's last, in the columns that
 * the file fills. Returns how many. */
export async function fillQuietDays(client: PoolClient, columns: readonly string[]): Promise<number> {
  const names = columns.map((name) => `"${name}"`).join(", ");
  const { rowCount } = await client.query(
    `insert into staged (line, account_key, account_id, day, cleared${names && `, ${names}`})
     select -row_number() over (), span.account_key, span.account_id, quiet::date::text, '{}'${columns.map(() => ", '0'").join("")}
     from (select account_id, min(account_key) as account_key, min(day) as first from staged group by 1) span,
       generate_series(span.first::date, (select max(day)::date from staged), interval '1 day') quiet
     where not exists (select 1 from staged s where s.account_id = span.account_id and s.day = quiet::date::text)`,
  );
  return rowCount ?? 0;
}

/** Takes rows out of the stage that meet a condition, naming each with its reason (an SQL text). */
export async function rejectWhere(
  client: PoolClient,
  condition: string,
  column: string,
  reason: string,
  rejections: Rejection[],
) {
  const { rows } = await client.query<{ line: number; reason: string }>(
    `delete from staged where ${condition} returning line, ${reason} as reason`,
  );
  for (const { line, reason: why } of rows) rejections.push({ line, column, reason: why });
}

/** Of rows with one key, the first stands: later ones with the same content count as unchanged, others are rejected. */
export async function settleRepeats(client: PoolClient, spec: TableSpec, rejections: Rejection[]): Promise<number> {
  const keys = ["account_id", ...spec.key.map((name) => `"${name}"`)].join(", ");
  const isRepeated = await client.query(`select from staged group by ${keys} having count(*) > 1 limit 1`);
  if (!isRepeated.rowCount) return 0;
  const content = spec.columns.map((column) => `staged."${targetOf(column)}"`).join(", ");
  const { rows } = await client.query<{ line: number; first: number; same: number | null }>(
    `with ranked as (
       select ctid as place, first_value(ctid) over same_key as first_place, line, first_value(line) over same_key as first,
              (${content.replaceAll("staged.", "")})::text as content,
              first_value((${content.replaceAll("staged.", "")})::text) over same_key as first_content
       from staged window same_key as (partition by ${keys} order by line, ctid)
     ), gone as (
       delete from staged using ranked where staged.ctid = ranked.place and ranked.place <> ranked.first_place
       returning staged.line, ranked.first, ranked.content = ranked.first_content as same
     )
     select line, first, null::int as same from gone where not same
     union all select null, null, count(*)::int from gone where same`,
  );
  const conflicts = rows.filter((row) => row.same === null);
  const column = spec.key[0] ?? "";
  for (const { line, first } of conflicts) {
    rejections.push({
      line,
      column: column === "external_id" ? "id" : column,
      reason: `has the key of line ${first} and other values`,
    });
  }
  return rows.find((row) => row.same !== null)?.same ?? 0;
}

/** Merges the stage into its table: blanks keep what is there, `cleared` empties, equal rows are left alone. */
export async function applyStage(
  client: PoolClient,
  spec: TableSpec,
  rejections: Rejection[],
  journal: Journal | null = null,
): Promise<Applied> {
  const repeated = await settleRepeats(client, spec, rejections);
  const keys = ["account_id", ...spec.key];
  const match = keys.map((name) => `t."${name}" = ${castOf(spec, name)}`).join(" and ");
  const { rows: found } = await client.query<{ rows: number }>(
    `select count(*)::int as rows from staged s join ${spec.table} t on ${match}`,
  );
  const isNew = found[0]?.rows === 0;
  const facts = await stageFacts(client, spec);
  for (const column of spec.columns.filter(({ name }) => facts.blank.includes(name))) {
    const isUnknown = `not exists (select 1 from ${spec.table} t where ${match.replaceAll("s.", "staged.")})`;
    const condition = `staged."${targetOf(column)}" is null${isNew ? "" : ` and ${isUnknown}`}`;
    await rejectWhere(client, condition, column.name, "'is required for a new row'", rejections);
  }
  const { staged, first, last, early } = facts.blank.length > 0 ? await stageFacts(client, spec) : facts;
  const notes = early > 0 ? [`${early} rows are dated before their account became a customer; they are kept`] : [];
  const columns = spec.columns.map(targetOf);
  const merged = spec.columns.map((column) => mergedSql(column, isNew, facts.clears));
  const changed = columns.filter((name) => !spec.key.includes(name));
  const list = (prefix: string) => changed.map((name) => `${prefix}."${name}"`).join(", ");
  const values = merged.filter((_, i) => !spec.key.includes(columns[i] as string)).join(", ");
  const changes = `(${list("t")}) is distinct from (${values})`;
  const updated = journal && (isNew ? 0 : await journalUpdates(client, spec.table, { match, changes }, journal));
  const into = `insert into ${spec.table} as old (account_id, ${columns.map((name) => `"${name}"`).join(", ")})
     select s.account_id, ${merged.join(", ")} from staged s`;
  const upsert = `${into} ${isNew ? "" : `left join ${spec.table} t on ${match}`}
     on conflict (${keys.map((name) => `"${name}"`).join(", ")}) do update
     set ${changed.map((name) => `"${name}" = excluded."${name}"`).join(", ")}, recorded_at = now()
     where (${list("old")}) is distinct from (${list("excluded")})`;
  const accepted = (isNew ? await addNew(client, into) : null) ?? (await client.query(upsert)).rowCount ?? 0;
  if (journal?.causedBy !== undefined) await journalAttached(client, spec.table, match, journal);
  return { accepted, updated, unchanged: staged - accepted + repeated, firstDay: first, lastDay: last, notes };
}

const TAKEN = "23505";

/** Adds rows of which none is there yet, at half of what an upsert costs; null where somebody has been quicker with one. */
async function addNew(client: PoolClient, insert: string): Promise<number | null> {
  await client.query("savepoint before_new");
  try {
    const { rowCount } = await client.query(insert);
    await client.query("release savepoint before_new");
    return rowCount ?? 0;
  } catch (error) {
    if ((error as { code?: string }).code !== TAKEN) throw error;
    await client.query("rollback to savepoint before_new");
    return null;
  }
}

/** SQL for what a column becomes: what is staged, else what is there, else what a new row has. */
function mergedSql(column: ColumnSpec, isNew: boolean, clears: boolean): string {
  const name = targetOf(column);
  const otherwise = column.otherwise ? `'${column.otherwise}'` : "null";
  const former = column.isOfFigure || isNew ? "" : `, t."${name}"`;
  const given = `s."${name}"::${CASTS[column.type]}`;
  const kept = `coalesce(${given}${former}${column.otherwise ? `, ${otherwise}` : ""})`;
  return clears ? `case when '${name}' = any(s.cleared) then ${otherwise} else ${kept} end` : kept;
}

interface StageFacts {
  staged: number;
  first: string | null;
  last: string | null;
  /** Rows dated before their account became a customer. */
  early: number;
  /** Whether a row empties a column. */
  clears: boolean;
  /** Required columns that some row leaves blank. */
  blank: string[];
}

/** What is to be known of the staged rows before they are written, in one pass. */
async function stageFacts(client: PoolClient, spec: TableSpec): Promise<StageFacts> {
  const day = `${castOf(spec, spec.dated)}::date`;
  const required = spec.columns.filter((column) => column.required);
  const blanks = required.map(
    (column) => `case when bool_or(s."${targetOf(column)}" is null) then '${column.name}' end`,
  );
  const { rows } = await client.query<StageFacts>(
    `select count(*)::int as staged, min(${day}) as first, max(${day}) as last,
       (count(*) filter (where ${day} < a.customer_since))::int as early,
       coalesce(bool_or(s.cleared <> '{}'), false) as clears, array_remove(array[${blanks.join(", ")}]::text[], null) as blank
     from staged s left join accounts a on a.id = s.account_id`,
  );
  return rows[0] as StageFacts;
}

function castOf(spec: TableSpec, name: string): string {
  if (name === "account_id") return "s.account_id";
  const column = spec.columns.find((one) => targetOf(one) === name);
  return `s."${name}"::${CASTS[column?.type ?? "text"]}`;
}
