import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
// The bundler that tsx brings along: the same reading of our TypeScript as npm start has.
const { build } = createRequire(require.resolve("tsx/package.json"))("esbuild");

// For the container image, which has neither tsx nor packages of its own: prepare.ts and every task as one file each.
const tasks = readdirSync(join(ROOT, "lib/start/tasks")).map((name) => `lib/start/tasks/${name}`);
await build({
  absWorkingDir: ROOT,
  entryPoints: ["lib/start/prepare.ts", ...tasks],
  entryNames: "[name]",
  outdir: "tools",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  conditions: ["react-server"],
  external: ["pg-native"],
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
  ...(process.argv[2] && { outdir: process.argv[2] }),
});
