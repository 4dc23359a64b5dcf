import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { sources } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { deliver } from "@/lib/ingest/deliver";
import {
  ConnectionString,
  PostgresTables,
  type Reading,
  type TableQuery,
  withPostgres,
} from "@/lib/ingest/postgres-source";
import { rowsOf } from "@/lib/ingest/rows-of";
import { accountColumnOf, knows } from "@/lib/ingest/stage";
import { TABLES } from "@/lib/ingest/tables";
import { workspaceFacts } from "@/lib/ingest/workspace-facts";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { unseal } from "@/lib/server/seal";
import { withTransaction } from "@/lib/server/transaction";

export const TestSource = z.strictObject({
  /** Of a source that is kept: its connection is used where none is given. */
  id: z.int().positive().optional(),
  connection: ConnectionString.optional(),
  tables: PostgresTables,
});

/** What the first five rows of a query are, and what would become of them. */
export interface TableTest {
  table: string;
  columns: Array<{ name: string; isKnown: boolean }>;
  missing: string[];
  rows: string[][];
  taken: number;
  waiting: number;
  rejections: Array<{ line: number; column: string; reason: string }>;
  /** Why the query could not be read; everything else is empty then. */
  fault: string | null;
}

class Undone extends Error {}

/** Connects, runs every query for five rows and tries them on, leaving nothing behind. `writable` names tables that the role
 * could write, which it should not. */
export async function testSource(
  ctx: Ctx,
  { id, connection, tables }: z.output<typeof TestSource>,
): Promise<{ writable: string[]; tables: TableTest[] }> {
  await authorize(ctx, "source:manage");
  const [source] = id ? await ctx.db.select().from(sources).where(eq(sources.id, id)) : [];
  const url = connection ?? (source?.secret ? unseal(source.secret) : null);
  if (!url) throw new AppError("invalid", "connection: is missing", { connection: "is missing" });
  const writable = await withPostgres(url, (database) => database.writable());
  const tests: TableTest[] = [];
  for (const [table, query] of Object.entries(tables)) {
    tests.push(await tryTable(ctx, url, table, query).catch((error) => faulty(table, error)));
  }
  return { writable, tables: tests };
}

async function tryTable(ctx: Ctx, url: string, table: string, query: TableQuery): Promise<TableTest> {
  const reading: Reading = { columns: [], rows: 0, last: null };
  const rows = await withPostgres(url, async (database) =>
    gathered(database.rows(query, { after: null, limit: 5, reading })),
  );
  const spec = TABLES.get(table);
  if (!spec) throw new AppError("invalid", `There is no table ${table}.`);
  if (query.cursor && !reading.columns.includes(query.cursor))
    throw new AppError("invalid", `The query gives no column ${query.cursor} to be its cursor.`);
  const isKnown = knows(spec);
  let ledger = { accepted: 0, unchanged: 0, waiting: 0, rejections: [] as TableTest["rejections"] };
  await withTransaction(ctx, async ({ client }) => {
    const { currency } = await workspaceFacts(client, { isTrial: true });
    const options = { table, today: ctx.today, workspaceCurrency: currency, coveredThrough: null };
    ledger = await deliver(client, rowsOf(rows), options);
    throw new Undone();
  }).catch((error) => {
    if (!(error instanceof Undone)) throw error;
  });
  const needed = [accountColumnOf(spec), ...spec.columns.filter(({ required }) => required).map(({ name }) => name)];
  return {
    table,
    columns: reading.columns.map((name) => ({ name, isKnown: isKnown(name) || name === query.cursor })),
    missing: needed.filter((name) => !reading.columns.includes(name) && !(name === "id" && spec.idFrom)),
    rows: rows.map(({ cells }) => reading.columns.map((name) => cells[name] ?? "")),
    taken: ledger.accepted + ledger.unchanged,
    waiting: ledger.waiting,
    rejections: ledger.rejections,
    fault: null,
  };
}

function faulty(table: string, error: unknown): TableTest {
  if (!(error instanceof AppError)) throw error;
  return { table, columns: [], missing: [], rows: [], taken: 0, waiting: 0, rejections: [], fault: error.message };
}

async function gathered<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
