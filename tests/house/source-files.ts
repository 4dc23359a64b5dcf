import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "./layers";

const GENERATED = new Set([
  "node_modules",
  "drizzle",
  "coverage",
  "test-results",
  "playwright-report",
  "next-env.d.ts",
]);

/** The house's own code: every TypeScript and JavaScript file but what tools write. */
export function sourceFiles(): Source[] {
  return filesBelow(".")
    .filter((path) => /\.(tsx?|mts|mjs|js)$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

/** Paths below a folder from the root of the project, without hidden folders and what tools write. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !GENERATED.has(name) && !name.startsWith("."))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}
