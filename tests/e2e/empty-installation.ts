import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { findPort } from "@/lib/start/find-port.mjs";
import { prepareDatabase } from "@/lib/start/prepare-database.mjs";
import { stopChildren } from "@/lib/start/run-child.mjs";
import { serve } from "@/lib/start/serve.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** An installation without the demo company: its address, its database, and where its first administrator sets a password.
 * `on` serves it as of another day. */
export interface EmptyInstallation {
  url: string;
  databaseUrl: string;
  link: string;
  on: (today: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the built application once more, on an empty database beside the demo's. */
export async function emptyInstallation(today: string): Promise<EmptyInstallation> {
  const databaseUrl = await emptyDatabase();
  const port = await findPort(3200, "127.0.0.1");
  const url = `http://localhost:${port}`;
  const secret = process.env.NEXTAUTH_SECRET ?? randomBytes(32).toString("hex");
  const own = { DATABASE_URL: databaseUrl, NEXTAUTH_URL: url, NEXTAUTH_SECRET: secret, TODAY: today, DEMO: "0" };
  const env = { ...process.env, ...own };
  const step = (_name: string, run: (report: () => void) => unknown) => run(() => undefined);
  const found = await prepareDatabase({ root: ROOT, env, embedded: true, step });
  const start = (day: string) =>
    serve({ root: ROOT, mode: "start", env: { ...env, TODAY: day }, host: "127.0.0.1", port, quiet: true });
  await start(today);
  const on = async (day: string) => {
    await stopChildren();
    await start(day);
  };
  return { url, databaseUrl, link: String(found.link), on, stop: () => stopChildren() };
}

async function emptyDatabase(): Promise<string> {
  const beside = process.env.DATABASE_URL;
  if (!beside) throw new Error("The browser flows need DATABASE_URL: run npm test.");
  const name = `empty_${randomBytes(4).toString("hex")}`;
  const client = new Client({ connectionString: beside });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(beside);
  url.pathname = `/${name}`;
  return url.href;
}
