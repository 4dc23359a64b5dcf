import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { acquireDatabase } from "#embedded/acquire-database.mjs";
import { bootstrap } from "./bootstrap.mjs";
import { buildIfChanged } from "./build.mjs";
import { findBrowser } from "./find-browser.mjs";
import { findPort } from "./find-port.mjs";
import { prepareDatabase } from "./prepare-database.mjs";
import { narrate } from "./progress.mjs";
import { runToEnd, startChild, stopChildren } from "./run-child.mjs";
import { serve } from "./serve.mjs";
import { readSettings, sessionSecret } from "./settings.mjs";
import { flowFailures, unitFailures } from "./test-failures.mjs";
import { watchNpm } from "./watch-npm.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const { data } = readSettings(ROOT);
const OWN = join(data, "test");
const { step, line } = narrate();
const held = {};
const totals = { passed: 0, failed: 0, broken: [], failures: [] };

/** Everything there is to prove, each part even if one before it failed; the last lines name what failed and sum up. */
async function testAll() {
  await bootstrap({ root: ROOT, data, step });
  mkdirSync(OWN, { recursive: true });
  await part("check", () => shown([node("lib/start/check.mjs")]));
  await part("unit and database tests", vitest);
  await part("browser flows", browserFlows);
  await stopAll();
  const { passed, failed, broken, failures } = totals;
  for (const failure of failures) process.stdout.write(`${failure}\n`);
  if (broken.length > 0) line(`Not in order: ${broken.join(", ")}.`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed > 0 || broken.length > 0 ? 1 : 0);
}

/** A part resolves to its exit code, or throws; `count` adds what its runner counted. */
async function part(name, run) {
  line(`— ${name}`);
  const begun = Date.now();
  const code = await run().catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    return 1;
  });
  if (code !== 0) totals.broken.push(name);
  line(`— ${name}: ${code === 0 ? "passed" : "failed"} in ${Math.round((Date.now() - begun) / 1000)} s`);
}

const node = (file) => [process.execPath, join(ROOT, file)];

async function shown([command], env = process.env) {
  const { code } = await startChild(command, { cwd: ROOT, env, stdio: "inherit" }).ended;
  return code;
}

async function vitest() {
  const report = join(OWN, "vitest.json");
  rmSync(report, { force: true });
  const flags = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await shown([[...node("node_modules/vitest/vitest.mjs"), ...flags]]);
  const told = JSON.parse(readFileSync(report, "utf8"));
  count(told.numPassedTests, told.numFailedTests, unitFailures(told));
  return code;
}

/** The application as people start it, on a demo company of its own, and a browser in front of it. */
async function browserFlows() {
  const flows = join(ROOT, "tests/e2e");
  if (!existsSync(flows) || !readdirSync(flows).some((name) => name.endsWith(".spec.ts"))) {
    throw new Error("There are no browser flows in tests/e2e.");
  }
  const browser = await findBrowser({ step, run: runToEnd });
  const own = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NEXTAUTH_SECRET: sessionSecret(OWN), DEMO: "1" };
  rmSync(join(OWN, "pg"), { recursive: true, force: true });
  held.database = await acquireDatabase({ dir: join(OWN, "pg"), disposable: true });
  const port = await findPort(3100, "127.0.0.1");
  const url = `http://localhost:${port}`;
  const env = { DATABASE_PATIENCE: "6", ...own, DATABASE_URL: held.database.url, NEXTAUTH_URL: url };
  // The company is loaded while the application is built: neither needs the other.
  const building = buildIfChanged({ root: ROOT, data, env: own, step });
  await Promise.all([building, prepareDatabase({ root: ROOT, env, embedded: true, step })]);
  await serve({ root: ROOT, mode: "start", env, host: "127.0.0.1", port, quiet: true });
  const report = join(OWN, "playwright.json");
  rmSync(report, { force: true });
  const flowEnv = { ...env, BASE_URL: url, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON: report };
  const code = await shown([[...node("node_modules/@playwright/test/cli.js"), "test"]], flowEnv);
  const told = JSON.parse(readFileSync(report, "utf8"));
  const { expected, unexpected, flaky } = told.stats;
  count(expected, unexpected + flaky, flowFailures(told));
  return code;
}

function count(passed, failed, failures) {
  totals.passed += passed;
  totals.failed += failed;
  totals.failures.push(...failures);
}

async function stopAll() {
  await stopChildren();
  await held.database?.release();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => stopAll().finally(() => process.exit(130)));
watchNpm(() => stopAll().finally(() => process.exit(130)));
await testAll().catch(async (error) => {
  process.stderr.write(`${error.message}\n`);
  await stopAll();
  process.exit(1);
});
