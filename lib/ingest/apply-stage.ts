import type { PoolClient } from "pg";
import { type Journal, journalAttached } from "./journal";
import { rejectWhere } from "./refused-rows";
import { type TableSpec, targetOf } from "./table-spec";
import { castOf, matchOf, writeStage } from "./write-stage";

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

/** Finds the account of every staged row by its key; rows without one are rejected. */
export async function resolveAccounts(client: PoolClient, column: string) {
  await client.query(
    `update staged set account_id = a.id from accounts a
     where account_id is null and lower(a.external_id) = lower(staged.account_key)`,
  );
  const reason = `'"' || left(account_key, 60) || '": there is no such account; import accounts first'`;
  await rejectWhere(client, "account_id is null", column, reason);
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

/** Of rows with one key, the first stands: later ones with the same content count as unchanged, others are rejected. */
export async function settleRepeats(client: PoolClient, spec: TableSpec): Promise<number> {
  const keys = ["account_id", ...spec.key.map((name) => `"${name}"`)].join(", ");
  const isRepeated = await client.query(`select from staged group by ${keys} having count(*) > 1 limit 1`);
  if (!isRepeated.rowCount) return 0;
  const content = `(${spec.columns.map((column) => `"${targetOf(column)}"`).join(", ")})::text`;
  const column = spec.key[0] === "external_id" ? "id" : (spec.key[0] ?? "");
  const { rows } = await client.query<{ same: number }>(
    `with ranked as (
       select ctid as place, first_value(ctid) over same_key as first_place, first_value(line) over same_key as first,
              ${content} as content, first_value(${content}) over same_key as first_content
       from staged window same_key as (partition by ${keys} order by line, ctid)
     ), gone as (
       delete from staged using ranked where staged.ctid = ranked.place and ranked.place <> ranked.first_place
       returning staged.line, ranked.first, ranked.content = ranked.first_content as same
     ), refusals as (
       insert into refused
       select line, '${column}', 'has the key of line ' || first || ' and other values' from gone where not same
     )
     select count(*)::int as same from gone where same`,
  );
  return rows[0]?.same ?? 0;
}

/** Merges the stage into its table: blanks keep what is there, `cleared` empties, equal rows are left alone. */
export async function applyStage(
  client: PoolClient,
  spec: TableSpec,
  journal: Journal | null = null,
): Promise<Applied> {
  const repeated = await settleRepeats(client, spec);
  const match = matchOf(spec);
  const { rows: found } = await client.query<{ rows: number }>(
    `select count(*)::int as rows from staged s join ${spec.table} t on ${match}`,
  );
  const isNew = found[0]?.rows === 0;
  const facts = await stageFacts(client, spec);
  for (const column of spec.columns.filter(({ name }) => facts.blank.includes(name))) {
    const isUnknown = `not exists (select 1 from ${spec.table} t where ${match.replaceAll("s.", "staged.")})`;
    const condition = `staged."${targetOf(column)}" is null${isNew ? "" : ` and ${isUnknown}`}`;
    await rejectWhere(client, condition, column.name, "'is required for a new row'");
  }
  const { staged, first, last, early } = facts.blank.length > 0 ? await stageFacts(client, spec) : facts;
  const notes = early > 0 ? [`${early} rows are dated before their account became a customer; they are kept`] : [];
  const { accepted, updated } = await writeStage(client, { spec, isNew, clears: facts.clears, journal });
  if (journal?.causedBy !== undefined) await journalAttached(client, spec.table, match, journal);
  return { accepted, updated, unchanged: staged - accepted + repeated, firstDay: first, lastDay: last, notes };
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
