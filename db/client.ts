import "server-only";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient, types } from "pg";
import * as schema from "@/db/schema";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";

/** The drizzle handle of the pool or, inside withTransaction, of its one client; `$client` speaks plain SQL. */
export type Database = NodePgDatabase<typeof schema> & { $client: Pool | PoolClient };

// Once per process: dates stay "YYYY-MM-DD", whole numbers and decimals become numbers or are refused.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, safeNumber);
types.setTypeParser(types.builtins.NUMERIC, safeNumber);
setArrayParser(1182, (text) => text); // date[]
setArrayParser(1016, safeNumber); // bigint[]

function setArrayParser(oid: number, parse: (text: string) => unknown): void {
  const items: (text: string) => (string | null)[] = types.getTypeParser(1009 as number, "text"); // text[]
  types.setTypeParser(oid, (text) => items(text).map((item) => (item === null ? null : parse(item))));
}

function safeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new RangeError(`The database returned ${text}, which a JavaScript number cannot hold exactly`);
  }
  return number;
}

/** A pool with the limits of this house, times DATABASE_PATIENCE on slow machines; whoever makes one ends it. */
export function createPool(connectionString: string, max = 10): Pool {
  const patience = env("DATABASE_PATIENCE");
  const pool = new Pool({
    connectionString,
    max,
    application_name: "bellwether",
    // As long as a statement may take: on a busy machine a reader waits rather than reads of a failure.
    connectionTimeoutMillis: 5000 * patience,
    statement_timeout: 5000 * patience,
    idle_in_transaction_session_timeout: 10_000 * patience,
    lock_timeout: 2000 * patience,
    keepAlive: true,
  });
  // Without a listener, an idle connection that the server closes would end the process.
  pool.on("error", (error) => log.warn("database.idle_connection_lost", { error }));
  return pool;
}

export function databaseOn(client: Pool | PoolClient): Database {
  return drizzle(client, { schema });
}

const shared = globalThis as { bellwetherDatabase?: Database & { $client: Pool } };

/** The process's database, connected at first use: importing this module needs neither a server nor a setting. */
export function db(): Database & { $client: Pool } {
  shared.bellwetherDatabase ??= drizzle(createPool(env("DATABASE_URL")), { schema });
  return shared.bellwetherDatabase;
}

/** Ends the process's pool, if it was ever opened, after its running statements. */
export async function closeDatabase(): Promise<void> {
  const open = shared.bellwetherDatabase;
  shared.bellwetherDatabase = undefined;
  await open?.$client.end();
}
