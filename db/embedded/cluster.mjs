import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { giveTo, runPostgres } from "./run-postgres.mjs";
import { hasOrphans, isInUse, isServerOf } from "./server-process.mjs";

const DURABLE = { shared_buffers: "256MB", max_wal_size: "2GB" };
const DISPOSABLE = {
  ...DURABLE,
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
};

/** The folder's server as its own pid file tells it: {pid, port}, or null when none is ready. */
export function readRunning(home) {
  const data = join(home, "cluster");
  const lines = readPidFile(data);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || lines[7]?.trim() !== "ready" || !isServerOf(pid, data)) return null;
  return { pid, port };
}

function readPidFile(data) {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Creates the cluster. It is made under another name and renamed, so that half a cluster never stands there. */
export async function createCluster({ home, binaries, identity, password }) {
  for (const name of readdirSync(home)) {
    if (name.startsWith("creating-")) rmSync(join(home, name), { recursive: true, force: true });
  }
  const fresh = join(home, `creating-${process.pid}`);
  const secret = join(home, "creating-password");
  writeFileSync(secret, password, { mode: 0o600 });
  giveTo(identity, secret);
  const options = "-U app -A scram-sha-256 -E UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8";
  const flags = [...options.split(" "), "--no-sync", "--no-instructions", `--pwfile=${secret}`];
  const made = await runPostgres(identity, binaries.initdb, ["-D", fresh, ...flags]);
  rmSync(secret, { force: true });
  if (made.code !== 0) throw new Error(`initdb failed:\n${made.output}`);
  const single = ["--single", "-D", fresh, "postgres"];
  const named = await runPostgres(identity, binaries.postgres, single, { input: "create database bellwether\n" });
  if (named.code !== 0) throw new Error(`The database could not be created:\n${named.output}`);
  renameSync(fresh, join(home, "cluster"));
}

/** Starts the server on a free port and resolves to it; recovers what a crash left. */
export async function startServer({ home, binaries, identity, disposable, settings }) {
  const data = join(home, "cluster");
  const log = join(home, "server.log");
  const giveUp = Date.now() + 30_000;
  for (;;) {
    forgetForeignPid(data);
    const port = await freePort(previousPort(data));
    writeFileSync(join(data, "postgresql.auto.conf"), configuration(port, disposable, settings), { mode: 0o600 });
    giveTo(identity, join(data, "postgresql.auto.conf"));
    if (existsSync(log)) rmSync(log);
    const started = await runPostgres(identity, binaries.pgCtl, ["start", "-w", "-t", "300", "-D", data, "-l", log]);
    const running = readRunning(home);
    if (started.code === 0 && running) return running;
    const said = existsSync(log) ? readFileSync(log, "utf8") : started.output;
    // Backends of a killed server need a moment to notice; another program may have taken the port meanwhile.
    const passing = /shared memory block|could not create any TCP\/IP sockets|lock file "postmaster.pid"/.test(said);
    if (!passing || Date.now() > giveUp) throw new Error(`The embedded Postgres did not start:\n${said}`);
    await sleep(250);
  }
}

function forgetForeignPid(data) {
  const pid = Number(readPidFile(data)[0]);
  if (pid && isInUse(pid) && !isServerOf(pid, data) && !hasOrphans(data)) rmSync(join(data, "postmaster.pid"));
}

function configuration(port, disposable, more) {
  const values = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    jit: "off",
    log_min_messages: "warning",
    ...(disposable ? DISPOSABLE : DURABLE),
    ...more,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join("");
}

/** The port of the last start, kept so that a server restarted after a crash is where its users look for it. */
function previousPort(data) {
  const file = join(data, "postgresql.auto.conf");
  return Number(/^port = '(\d+)'/m.exec(existsSync(file) ? readFileSync(file, "utf8") : "")?.[1] ?? 0);
}

function freePort(preferred) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", (error) => (preferred ? resolve(freePort(0)) : reject(error)));
    server.listen(preferred, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function stopServer({ home, binaries, identity }) {
  if (!readRunning(home)) return;
  const data = join(home, "cluster");
  const stopped = await runPostgres(identity, binaries.pgCtl, ["stop", "-m", "fast", "-w", "-t", "60", "-D", data]);
  if (stopped.code !== 0 && readRunning(home))
    throw new Error(`The embedded Postgres did not stop:\n${stopped.output}`);
}

/** Refuses data of another major version, which the server would refuse less clearly. */
export async function checkVersion({ home, binaries, identity }) {
  const stored = readFileSync(join(home, "cluster", "PG_VERSION"), "utf8").trim();
  const { output } = await runPostgres(identity, binaries.postgres, ["--version"]);
  const shipped = /\) (\d+)/.exec(output)?.[1];
  if (!shipped) throw new Error(`The embedded Postgres does not run here:\n${output}`);
  if (stored !== shipped) {
    throw new Error(`${home} holds data of Postgres ${stored}, but the installed binaries are version ${shipped}.`);
  }
}

export const hasCluster = (home) => existsSync(join(home, "cluster")) && statSync(join(home, "cluster")).isDirectory();
