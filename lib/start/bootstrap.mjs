import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { withLock } from "#embedded/file-lock.mjs";
import { runToEnd } from "./run-child.mjs";

/** Installs packages when what lies in node_modules is not what the lockfile says, for this platform and this Node. */
export async function bootstrap({ root, data, step }) {
  checkNode();
  if (isInstalled(root)) return;
  await withLock(join(data, "install.lock"), () => install({ root, step }), { timeoutMs: 900_000 });
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  throw new Error(`Bellwether needs Node 20.9 or newer; this is ${process.versions.node}.`);
}

async function install({ root, step }) {
  if (isInstalled(root)) return;
  const { NODE_ENV: _, ...environment } = process.env;
  const env = Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^npm_config_(omit|include|only|production|dev|dry_run)$/i.test(name),
    ),
  );
  const flags = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const done = await step("Installing packages", () => runToEnd([...npm(), ...flags], { cwd: root, env }));
  if (done.code !== 0) throw new Error(`npm ci failed:\n${done.output}`);
  writeFileSync(stampFile(root), stamp(root));
}

/** npm as a program for this very Node: the one that runs us, or the one beside the Node binary, or the one on PATH. */
function npm() {
  const running = process.env.npm_execpath;
  if (running && basename(running) === "npm-cli.js") return [process.execPath, running];
  const beside = join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  return existsSync(beside) ? [process.execPath, beside] : ["npm"];
}

const stampFile = (root) => join(root, "node_modules/.bellwether-install");

function stamp(root) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.platform} ${process.arch} ${process.versions.modules}\n`;
}

function isInstalled(root) {
  const file = stampFile(root);
  if (existsSync(file)) return readFileSync(file, "utf8") === stamp(root);
  if (!existsSync(join(root, "node_modules")) || !matchesLockfile(root)) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp(root));
  return true;
}

/** Somebody else's installation counts if every package that this platform needs is there in the locked version. */
function matchesLockfile(root) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(([path, entry]) => {
    if (!path || entry.link || entry.inBundle) return true;
    const manifest = join(root, path, "package.json");
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, "utf8")).version === entry.version;
    return !isNeededHere(entry);
  });
}

function isNeededHere({ optional, devOptional, peer, os, cpu, libc }) {
  if (os && !os.includes(process.platform)) return false;
  if (cpu && !cpu.includes(process.arch)) return false;
  const glibc = process.report?.getReport().header.glibcVersionRuntime;
  if (libc && process.platform === "linux" && !libc.includes(glibc ? "glibc" : "musl")) return false;
  return !(optional || devOptional || peer) || Boolean(os && cpu);
}
