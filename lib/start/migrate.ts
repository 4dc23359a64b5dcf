import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations as applyQueueMigrations } from "graphile-worker";
import { Client } from "pg";

const LOCK = 4_816_203_957;
const FOLDER = join(process.cwd(), "drizzle");

/** Brings the schema, and the job queue's, up to date, one process at a time: without the lock, two starts at once apply a migration twice. */
export async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "bellwether migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await applyMigrations(drizzle(client), { migrationsFolder: FOLDER });
    await applyQueueMigrations({ connectionString: url });
  } finally {
    // Closing the session gives the lock back, whatever happened in it.
    await client.end();
  }
}
