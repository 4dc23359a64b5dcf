import { spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const ENVIRONMENT = { PATH: process.env.PATH ?? "", LC_ALL: "C", LANG: "C", TZ: "UTC" };

/**
 * How to run Postgres, which refuses to be root: as it is for an ordinary user; for root in a user namespace that shows
 * another name (nothing changes owner); where that is refused, under another uid, on a path which that uid can reach.
 */
export function findIdentity({ namespaces = true } = {}) {
  if (process.getuid?.() !== 0) return { kind: "self", owner: process.getuid?.() ?? null };
  const { uid, gid } = unprivilegedUser();
  const prefix = ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`];
  const works = namespaces && spawnSync(prefix[0], [...prefix.slice(1), "true"], { stdio: "ignore" }).status === 0;
  return works ? { kind: "namespace", owner: 0, prefix } : { kind: "uid", owner: uid, uid, gid };
}

function unprivilegedUser() {
  const lines = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  const users = lines.map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  return user ? { uid: Number(user[2]), gid: Number(user[3]) } : { uid: 65534, gid: 65534 };
}

/** Runs one of the binaries to its end; resolves to its exit code and everything it said. */
export function runPostgres(identity, binary, args, { input = "" } = {}) {
  const command = [...(identity.prefix ?? []), binary, ...args];
  const as = identity.kind === "uid" ? { uid: identity.uid, gid: identity.gid } : {};
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), { env: ENVIRONMENT, cwd: "/", detached: true, ...as });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", (error) => resolve({ code: 1, output: `${binary}: ${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Gives a file or folder to the identity, as it may come from a start under another one. */
export function giveTo(identity, path) {
  if (identity.owner === null || process.getuid?.() !== 0 || lstatSync(path).uid === identity.owner) return;
  const inside = lstatSync(path).isDirectory() ? readdirSync(path, { recursive: true }) : [];
  for (const name of inside) own(identity, join(path, name));
  own(identity, path);
}

function own({ owner, gid }, path) {
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, owner, gid ?? 0);
}

/** Whether the identity can enter every folder above a path. */
export function canReach(identity, path) {
  if (identity.kind !== "uid") return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid } = statSync(folder);
    if ((mode & 0o001) === 0 && uid !== identity.uid) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The binaries' folder, or a copy of it where the identity cannot reach it. */
export function reachableBinaries(identity, binaries, base) {
  if (canReach(identity, binaries.postgres)) return binaries;
  const native = join(base, "native");
  if (!existsSync(join(native, "bin"))) {
    mkdirSync(base, { recursive: true, mode: 0o755 });
    cpSync(binaries.native, native, { recursive: true, verbatimSymlinks: true });
  }
  const moved = (file) => file.replace(binaries.native, native);
  return { native, initdb: moved(binaries.initdb), pgCtl: moved(binaries.pgCtl), postgres: moved(binaries.postgres) };
}
