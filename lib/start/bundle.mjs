import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
// The bundler that tsx brings along: the same reading of our TypeScript as npm start has.
const { build } = createRequire(require.resolve("tsx/package.json"))("esbuild");

/** Each of these sources, paths from the root, becomes one file NAME.mjs of `outdir` that asks for neither tsx nor packages. */
export async function bundle(entryPoints, outdir) {
  await build({
    absWorkingDir: ROOT,
    entryPoints,
    entryNames: "[name]",
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["react-server"],
    external: ["pg-native"],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
    logLevel: "warning",
  });
}
