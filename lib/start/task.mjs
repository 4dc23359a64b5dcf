import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { acquireDatabase } from "#embedded/acquire-database.mjs";
import { bootstrap } from "./bootstrap.mjs";
import { narrate } from "./progress.mjs";
import { readSettings, sessionSecret } from "./settings.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a command-line task on the folder's database: of DATABASE_URL, the embedded one that runs, or started for it. */
async function runTask([name, ...args]) {
  const script = join(ROOT, name === "bench" ? "tests/bench/main.ts" : `lib/start/tasks/${name}.ts`);
  if (!name || !existsSync(script)) throw new Error(`There is no task "${name ?? ""}".`);
  const { data, databaseUrl } = readSettings(ROOT);
  const { step } = narrate(process.stderr);
  await bootstrap({ root: ROOT, data, step });

  // Benchmarks fill a server of their own; the doctor changes nothing.
  const isBench = name === "bench";
  const dir = join(data, "pg");
  const database =
    databaseUrl || isBench ? null : await step("Starting the database", (say) => acquireDatabase({ dir, say }));
  const env = { ...process.env, NEXTAUTH_SECRET: sessionSecret(data), DATABASE_URL: databaseUrl ?? database?.url };
  env.NEXTAUTH_URL ||= "http://localhost:3000";
  const migrateFirst = name === "doctor" || isBench ? [] : ["--import", "./lib/start/migrate-first.ts"];
  const flags = ["--conditions=react-server", "--import", "tsx", ...migrateFirst];
  const child = spawn(process.execPath, [...flags, script, ...args], { cwd: ROOT, env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
  await database?.release();
}

runTask(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
