import "server-only";
import { Pool, type PoolClient } from "pg";
import { type Database, databaseOn } from "@/db/client";

export interface Transaction {
  /** The drizzle handle of the transaction; `{ ...ctx, db: tx }` lets queries read inside it. */
  tx: Database;
  /** The same connection for plain SQL and COPY. */
  client: PoolClient;
}

interface Options {
  /** Longest time of one statement; runs and imports need more than the pool's five seconds. 0 lifts the limit. */
  statementTimeoutMillis?: number;
}

/** How long work that is long may compute, or read a file, before it asks the database again. */
const BETWEEN_STATEMENTS = "10min";

/** Runs `run` in one transaction: committed when it returns, rolled back when it throws, never left half-way.
 * A connection that died is destroyed, not returned to the pool. The only way to a transaction in this house. */
export async function withTransaction<Result>(
  where: { db: Database } | Pool,
  run: (transaction: Transaction) => Promise<Result>,
  { statementTimeoutMillis }: Options = {},
): Promise<Result> {
  const pool = where instanceof Pool ? where : where.db.$client;
  if (!(pool instanceof Pool)) throw new Error("withTransaction does not nest: pass `tx` to what runs inside it");

  const client = await pool.connect();
  let lost: Error | undefined;
  const onError = (error: Error) => {
    lost = error;
  };
  client.on("error", onError);
  const scope = scopeOf(client);
  try {
    await client.query("begin");
    if (statementTimeoutMillis !== undefined) {
      await client.query(
        "select set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $2, true)",
        [String(statementTimeoutMillis), BETWEEN_STATEMENTS],
      );
    }
    const result = await run({ tx: databaseOn(scope.client), client: scope.client });
    scope.close();
    // A transaction in which a statement failed and the error was swallowed answers COMMIT with ROLLBACK.
    const { command } = await client.query("commit");
    if (command !== "COMMIT") throw new Error("The transaction was rolled back: a statement in it failed unnoticed");
    return result;
  } catch (error) {
    scope.close();
    if (!lost) await client.query("rollback").catch(onError);
    throw error;
  } finally {
    client.off("error", onError);
    client.release(lost);
  }
}

// Work that outlives its transaction (the other half of a failed Promise.all) must not go on, uncommitted to anything,
// on a connection that has returned to the pool.
function scopeOf(connection: PoolClient): { client: PoolClient; close: () => void } {
  let open = true;
  const client = new Proxy(connection, {
    get(target, property) {
      if (property !== "query") return Reflect.get(target, property, target);
      if (!open) throw new Error("The transaction is over: a statement came after its commit or rollback");
      return target.query.bind(target);
    },
  });
  return {
    client,
    close: () => {
      open = false;
    },
  };
}
