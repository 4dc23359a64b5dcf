import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { narrate } from "./progress.mjs";
import { runToEnd, stopChildren } from "./run-child.mjs";
import { readSettings } from "./settings.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const AT_ONCE = 2;
const { data } = readSettings(ROOT);

const TOOLS = {
  biome: "@biomejs/biome/bin/biome",
  tsc: "typescript/bin/tsc",
  next: "next/dist/bin/next",
  knip: "knip/bin/knip.js",
  drizzle: "drizzle-kit/bin.cjs",
  vitest: "vitest/vitest.mjs",
};
const UNIT = ["tests/core", "tests/components"];

/** What keeps the house clean. Each resolves to what is wrong, or to nothing. */
const CHECKS = {
  "types of the house": async () => (await complaint("next", "typegen")) ?? complaint("tsc", "-p", "."),
  "format and lint": () => complaint("biome", "check", "--error-on-warnings", "--max-diagnostics=50", "."),
  "types of the core": () => complaint("tsc", "-p", "lib/core"),
  "dead code": deadCode,
  "migrations in step with the schema": migrations,
  "layers and shape of the house": () => complaint("vitest", "run", "--reporter=dot", "tests/house"),
  ...(process.argv.includes("--unit") && {
    "unit tests": () =>
      complaint("vitest", "run", "--reporter=dot", ...UNIT.filter((folder) => existsSync(join(ROOT, folder)))),
  }),
};

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => stopChildren().finally(() => process.exit(130)));
}
await bootstrap({ root: ROOT, data, step: narrate().step });
const waiting = Object.entries(CHECKS);
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
if (failed.length > 0) {
  process.stderr.write(`\nNot clean: ${failed.join(", ")}.\n`);
  process.exitCode = 1;
}

async function takeTurns() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, check] = next;
    const begun = Date.now();
    const wrong = await check().catch((error) => error.stack);
    process.stdout.write(`${wrong ? "✗" : "✓"} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`);
    if (!wrong) continue;
    failed.push(name);
    process.stdout.write(`${wrong.trim().replace(/^/gm, "    ")}\n`);
  }
}

/** Runs a tool of node_modules; its words when it fails, nothing when it does not. */
async function complaint(tool, ...args) {
  const { code, output } = await run(tool, args);
  return code === 0 ? null : output || `${tool} ended with ${code}`;
}

function run(tool, args) {
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
    LOG_LEVEL: "silent",
  };
  return runToEnd([process.execPath, join(ROOT, "node_modules", TOOLS[tool]), ...args], { cwd: ROOT, env });
}

// knip's parser has builds for Node 20.19 and newer only; the rest of the house runs from 20.9.
async function deadCode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || minor >= 19) return complaint("knip", "--no-progress");
  process.stdout.write("  dead code is not looked for: knip needs Node 20.19\n");
}

/** Generates into a copy: whatever appears there is missing from drizzle/. */
async function migrations() {
  const copy = mkdtempSync(join(data, "migrations-"));
  try {
    cpSync(join(ROOT, "drizzle"), copy, { recursive: true });
    const before = new Set(readdirSync(copy));
    const args = ["--dialect=postgresql", "--schema=./db/schema/index.ts", `--out=${relative(ROOT, copy)}`];
    const { code, output } = await run("drizzle", ["generate", ...args]);
    if (code !== 0 || !/No schema changes/.test(output)) {
      const missing = readdirSync(copy).filter((name) => !before.has(name));
      const statements = missing.map((name) => readFileSync(join(copy, name), "utf8"));
      return [
        "The schema is ahead of drizzle/: npx drizzle-kit generate",
        ...(missing.length ? statements : [output]),
      ].join("\n");
    }
    return complaint("drizzle", "check", "--dialect=postgresql", `--out=${relative(ROOT, copy)}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
