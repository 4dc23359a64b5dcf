import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const violations: [fact: string, path: string, text: string, rule: string][] = [
  ["the core reads no clock", "lib/core/a.ts", "export const a = new Date();", "noRestrictedGlobals"],
  ["the core asks no time", "lib/core/b.ts", "export const b = Date.now();", "noRestrictedGlobals"],
  ["the core throws no dice", "lib/core/c.ts", "export const c = Math.random();", "plugin"],
  ["the core declares nothing async", "lib/core/d.ts", "/** Doc. */\nexport async function d() {}", "plugin"],
  ["the core has no async arrow", "lib/core/e.ts", "export const e = async (x: number) => x;", "plugin"],
  ["the core has no async method", "lib/core/f.ts", "export class F {\n  async run() {}\n}", "plugin"],
  ["the core promises nothing", "lib/core/g.ts", "export const g = Promise.resolve(1);", "noRestrictedGlobals"],
  [
    "drizzle's transaction is not used",
    "lib/commands/h.ts",
    "export const h = (d: D) => d.transaction(() => 1);",
    "plugin",
  ],
  ["nor with options", "db/queries/i.ts", "export const i = (d: D) => d.$db.transaction(f, {});", "plugin"],
  [
    "no colour is spelt in a component",
    "components/ui/j.tsx",
    'export const J = () => <p className="text-[#a1b2c3]" />;',
    "plugin",
  ],
  ["nor in a style", "app/k.tsx", 'export const K = () => <p style={{ color: "rgb(1 2 3)" }} />;', "plugin"],
  ["the environment is read in one place", "lib/server/l.ts", "export const l = process.env.TODAY;", "noProcessEnv"],
  [
    "nobody climbs out of a folder",
    "lib/server/m.ts",
    'import x from "../errors";\nexport const m = x;',
    "noRestrictedImports",
  ],
  [
    "links read ahead by one rule",
    "components/link.tsx",
    'import N from "next/link";\nexport { N };',
    "noRestrictedImports",
  ],
  ["there are no barrels", "db/queries/n.ts", 'export * from "./m";', "noBarrelFile"],
  ["file names are kebab-case", "components/shell/NavBar.tsx", "export const o = 1;", "useFilenamingConvention"],
  [
    "no file is over 250 lines",
    "lib/server/p.ts",
    `${"// why\n".repeat(250)}export const p = 1;\n`,
    "noExcessiveLinesPerFile",
  ],
  ["nothing is any", "lib/server/q.ts", "export const q = (x: any) => x;", "noExplicitAny"],
  ["the log is structured", "lib/commands/r.ts", 'console.log("r");', "noConsole"],
  ["no test is skipped", "tests/core/s.test.ts", 'test.skip("s", () => {});', "noSkippedTests"],
];
const innocent: [path: string, text: string][] = [
  ["lib/core/fine.ts", "export const asyncOf = (async: number) => Math.max(async, 1);\n"],
  ["lib/server/env.ts", "export const fine = process.env.TODAY;\n"],
  ["lib/start/fine.mjs", "console.log(process.env.PORT);\n"],
  ["app/(app)/accounts/[slug]/page.tsx", 'export const Fine = () => <a href="#top">Account #12 of 3</a>;\n'],
  ["lib/start/plain-node.mjs", 'import "#embedded/fine.mjs";\n'],
  ["db/schema/index.ts", 'export * from "./fine";\n'],
];

const root = mkdtempSync(join(tmpdir(), "house-lint-"));
let reported: { category: string; location: { path: string | { file: string } } }[];

beforeAll(() => {
  const config = JSON.parse(readFileSync("biome.json", "utf8"));
  config.vcs.enabled = false;
  writeFileSync(join(root, "biome.json"), JSON.stringify(config));
  cpSync("lib/start/lint", join(root, "lib/start/lint"), { recursive: true });
  for (const [path, text] of [...violations.map(([, path, text]) => [path, text] as const), ...innocent]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const biome = join(process.cwd(), "node_modules/@biomejs/biome/bin/biome");
  const run = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  let output: string;
  try {
    output = execFileSync(process.execPath, run, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  reported = JSON.parse(output).diagnostics;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const rulesBrokenIn = (path: string) =>
  reported
    .filter(({ location }) => (typeof location.path === "string" ? location.path : location.path.file).endsWith(path))
    .map(({ category }) => category.split("/").at(-1));

test.each(violations)("%s: %s is refused", (_, path, _text, rule) => {
  expect(rulesBrokenIn(path)).toContain(rule);
});

test.each(innocent)("%s breaks no rule", (path) => {
  expect(rulesBrokenIn(path)).toEqual([]);
});
