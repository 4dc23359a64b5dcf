import { Client } from "pg";
import { migrate } from "@/lib/start/migrate";

const OLDEST = 15;

/** Makes the database of DATABASE_URL ready to serve, and tells the starter what it found there. */
async function prepare(url: string): Promise<void> {
  await checkServer(url);
  await migrate(url);
}

async function checkServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST) throw new Error(`it is Postgres ${major}, and Bellwether needs ${OLDEST} or newer`);
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Error(`The database at ${host}${pathname} cannot be used: ${reason(error)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** A refused connection arrives as one error per address, without a message of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(", ");
  return error instanceof Error ? error.message : String(error);
}

prepare(process.env.DATABASE_URL ?? "").catch((error) => {
  console.error(reason(error));
  process.exitCode = 1;
});
