import { fork } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findBinaries } from "./binaries.mjs";
import { checkVersion, createCluster, hasCluster, readRunning, startServer, stopServer } from "./cluster.mjs";
import { identify, isAlive, readLock, withLock } from "./file-lock.mjs";
import { canReach, findIdentity, giveTo, reachableBinaries } from "./run-postgres.mjs";

const KEEPER = fileURLToPath(new URL("./keeper.mjs", import.meta.url));

/**
 * The folder's embedded Postgres: created, started or adopted, whichever it needs. Every user holds a lease; the last
 * one stops the server, by `release` or, however it dies, through its keeper. `disposable` data may be lost in a crash;
 * `settings` are Postgres's, for a server that this call starts.
 */
export async function acquireDatabase({ dir, disposable = false, settings = {}, namespaces = true, say = () => {} }) {
  const place = locate(dir, { namespaces });
  const lease = join(place.home, "leases", randomUUID());
  const running = await withLock(join(place.home, "lock"), async () => {
    const found = readRunning(place.home) ?? (await start({ ...place, disposable, settings, say }));
    mkdirSync(dirname(lease), { recursive: true });
    writeFileSync(lease, JSON.stringify(identify()), { mode: 0o600 });
    return found;
  });
  const keeper = fork(KEEPER, [dir, lease, String(namespaces)], {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: [],
  });
  keeper.on("error", () => {});
  keeper.unref();
  keeper.channel?.unref();
  let released;
  const release = () => {
    released ??= (async () => {
      rmSync(lease, { force: true });
      await sweepLeases(dir, { namespaces });
      if (keeper.connected) keeper.disconnect();
    })();
    return released;
  };
  return { url: urlOf(place.home, running), pid: running.pid, release };
}

/** The address of the server that runs in this folder, or null. Starts nothing and holds nothing. */
export function findDatabase(dir) {
  const home = locateHome(dir, findIdentity());
  const running = readRunning(home);
  return running && urlOf(home, running);
}

/** Forgets the leases of the dead and stops the server when none is left. */
export async function sweepLeases(dir, { namespaces = true } = {}) {
  const place = locate(dir, { namespaces });
  const leases = join(place.home, "leases");
  await withLock(join(place.home, "lock"), async () => {
    const names = existsSync(leases) ? readdirSync(leases) : [];
    const living = names.filter((name) => {
      const holder = readLock(join(leases, name));
      if (holder && isAlive(holder)) return true;
      rmSync(join(leases, name), { force: true });
      return false;
    });
    if (living.length === 0) await stopServer(place);
  });
}

function locate(dir, { namespaces }) {
  const identity = findIdentity({ namespaces });
  const home = locateHome(dir, identity);
  try {
    mkdirSync(dirname(home), { recursive: true, mode: 0o755 });
    mkdirSync(home, { recursive: true, mode: 0o700 });
    giveTo(identity, home);
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error.code !== "EACCES" && error.code !== "EPERM") throw error;
    throw new Error(
      `${dir} cannot be written by this user; another user (root?) made it. Start as that user, or remove it.`,
    );
  }
  return { home, identity, binaries: reachableBinaries(identity, findBinaries(), dirname(home)) };
}

/** Beside the application, unless it lies where the server's own user cannot go (a clone in /root, no namespaces). */
function locateHome(dir, identity) {
  const wanted = realPath(resolve(dir));
  if (canReach(identity, wanted)) return wanted;
  return join("/var/lib/bellwether", createHash("sha256").update(wanted).digest("hex").slice(0, 16), "pg");
}

/** A server knows its folder by its real path. */
function realPath(path) {
  if (existsSync(path)) return realpathSync(path);
  mkdirSync(dirname(path), { recursive: true });
  return join(realpathSync(dirname(path)), basename(path));
}

async function start(place, again = false) {
  if (!hasCluster(place.home)) {
    place.say("creating the embedded Postgres");
    const password = randomBytes(24).toString("base64url");
    writeFileSync(join(place.home, "password"), password, { mode: 0o600 });
    await createCluster({ ...place, password });
  }
  await checkVersion(place);
  giveTo(place.identity, join(place.home, "cluster"));
  try {
    return await startServer(place);
  } catch (error) {
    if (!place.disposable || again) throw error;
    rmSync(join(place.home, "cluster"), { recursive: true, force: true });
    return start(place, true);
  }
}

function urlOf(home, { port }) {
  return `postgres://app:${readFileSync(join(home, "password"), "utf8")}@127.0.0.1:${port}/bellwether`;
}
