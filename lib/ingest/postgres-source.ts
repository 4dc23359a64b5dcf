import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { postgresFault } from "./postgres-fault";
import type { SourceRow } from "./read-rows";
import { TABLES } from "./tables";

/** One query of a source: its columns are those of the table's CSV file. With a cursor column only rows from the newest value
 * read on are read again. */
const TableQuery = z.strictObject({
  query: z
    .string()
    .trim()
    .min(1, "is empty")
    .max(20_000)
    .transform((query) => query.replace(/;\s*$/, "")),
  cursor: z
    .string()
    .trim()
    .max(63)
    .nullable()
    .default(null)
    .transform((name) => name || null),
});
export type TableQuery = z.output<typeof TableQuery>;

export const PostgresTables = z
  .record(z.string(), TableQuery)
  .refine((tables) => Object.keys(tables).length > 0, "needs a query for at least one table")
  .refine((tables) => Object.keys(tables).every((name) => TABLES.has(name)), "names a table that there is not");

/** What a source's `config` holds; `at` says where it is, without its password. */
export const PostgresConfig = z.object({ at: z.string(), tables: PostgresTables });

export const ConnectionString = z.url({
  protocol: /^postgres(ql)?$/,
  hostname: /.+/,
  error: "must look like postgres://reader:password@host:5432/database",
});

const STATEMENT_SECONDS = 60;
const PAGE = 1000;

/** What reading came to, filled as it goes. */
export interface Reading {
  columns: string[];
  rows: number;
  /** The newest value of the cursor column. */
  last: string | null;
}

/** A customer's database, open for reading. */
export interface PostgresReader {
  /** The rows of a query, a page at a time from a cursor of the database's own. */
  rows(query: TableQuery, asked: Asked): AsyncGenerator<SourceRow>;
  /** Tables that the role could write, at most three: it should have no such right. */
  writable(): Promise<string[]>;
}

interface Asked {
  after: string | null;
  limit: number | null;
  reading: Reading;
}

/** Runs `read` in one read-only transaction on a customer's database, whose values arrive as text. */
export async function withPostgres<Result>(
  url: string,
  read: (reader: PostgresReader) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "bellwether",
    options: "-c default_transaction_read_only=on",
    types: { getTypeParser: () => (text: string | Buffer) => String(text) },
  });
  client.on("error", () => undefined);
  const fault = (error: unknown) => postgresFault(error, url, STATEMENT_SECONDS);
  try {
    await begin(client).catch((error) => {
      throw fault(error);
    });
    return await read({
      rows: (query, asked) => readQuery(client, query, asked, fault),
      writable: () =>
        writableTables(client).catch((error) => {
          throw fault(error);
        }),
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function begin(client: Client): Promise<void> {
  await client.connect();
  await client.query("begin transaction isolation level repeatable read read only");
  await client.query(`set local statement_timeout = '${STATEMENT_SECONDS}s'`);
  await client.query("set local timezone = 'UTC'");
  await client.query("set local datestyle = 'ISO'");
}

async function* readQuery(
  client: Client,
  { query, cursor }: TableQuery,
  { after, limit, reading }: Asked,
  fault: (error: unknown) => AppError,
): AsyncGenerator<SourceRow> {
  const ask = <Row extends unknown[]>(statement: object) =>
    client.query<Row>(statement as { text: string; rowMode: "array" }).catch((error) => {
      throw fault(error);
    });
  const from = cursor && after !== null ? ` where ${escapeIdentifier(cursor)} >= ${escapeLiteral(after)}` : "";
  const order = cursor ? ` order by ${escapeIdentifier(cursor)}` : "";
  const most = limit === null ? "" : ` limit ${limit}`;
  // The extended protocol takes one statement only, whatever the query tries to append.
  const text = `declare source_rows no scroll cursor for select * from (\n${query}\n) as source${from}${order}${most}`;
  await ask({ text, queryMode: "extended" });
  for (;;) {
    const page = await ask<Array<string | null>>({ text: `fetch ${PAGE} from source_rows`, rowMode: "array" });
    if (reading.rows === 0) reading.columns = columnsOf(page.fields.map(({ name }) => name));
    const at = cursor === null ? -1 : reading.columns.indexOf(cursor);
    for (const values of page.rows) {
      reading.rows += 1;
      reading.last = values[at] ?? reading.last;
      yield { line: reading.rows, cells: cellsOf(reading.columns, values) };
    }
    if (page.rows.length < PAGE) return;
  }
}

function columnsOf(names: string[]): string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new AppError("invalid", `The query gives two columns named ${twice}.`);
  if (!names.includes("account_id") && !names.includes("email"))
    throw new AppError("invalid", `The query gives no column account_id; it gives ${names.join(", ")}.`);
  return names;
}

function cellsOf(columns: string[], values: ReadonlyArray<string | null>): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, values[index] ?? ""]));
}

async function writableTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
       and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'insert, update, delete, truncate')
     order by 1 limit 3`,
  );
  return rows.map(({ name }) => name);
}
