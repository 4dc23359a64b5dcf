import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, readLock, withLock } from "#embedded/file-lock.mjs";
import { runToEnd } from "./run-child.mjs";

const SOURCES = ["app", "components", "lib", "db", "public", "package-lock.json"];
const SOURCE_FILES = /^(next\.config|tailwind\.config|postcss\.config|proxy|instrumentation).*\.(js|mjs|ts)$/;

/** Builds the application if its sources are not those of the last finished build. */
export async function buildIfChanged({ root, data, env, step }) {
  const stamp = join(root, ".next/bellwether-sources");
  const isCurrent = (hash) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
  if (isCurrent(hashSources(root))) return;
  await withLock(
    join(data, "build.lock"),
    async () => {
      const hash = hashSources(root);
      if (isCurrent(hash)) return;
      refuseUnderRunningApp(data);
      rmSync(stamp, { force: true });
      const next = join(root, "node_modules/next/dist/bin/next");
      const command = [process.execPath, next, "build"];
      const buildEnv = { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
      const done = await step("Building the application", () => runToEnd(command, { cwd: root, env: buildEnv }));
      if (done.code !== 0) throw new Error(`The build failed:\n${done.output}`);
      writeFileSync(stamp, hash);
    },
    { timeoutMs: 900_000 },
  );
}

/** A build replaces the files that a running application serves. */
function refuseUnderRunningApp(data) {
  const app = readLock(join(data, "app.lock"));
  if (!app || app.pid === process.pid || !isAlive(app)) return;
  throw new Error(
    `The sources changed, and Bellwether runs from this folder (process ${app.pid}): building would break it. Stop it first.`,
  );
}

function hashSources(root) {
  const hash = createHash("sha256").update(process.versions.modules);
  const roots = [...SOURCES, ...readdirSync(root).filter((name) => SOURCE_FILES.test(name))];
  for (const name of roots.sort()) add(hash, root, name);
  return hash.digest("hex");
}

function add(hash, root, name) {
  const path = join(root, name);
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const inner of readdirSync(path).sort()) add(hash, root, `${name}/${inner}`);
  } else {
    hash.update(`${name}\0`).update(readFileSync(path)).update("\0");
  }
}
