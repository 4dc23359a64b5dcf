import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** This process in a form that survives the reuse of process ids. */
export function identify(pid = process.pid) {
  return { pid, started: startOf(pid) };
}

/** Whether the process that `identify` described still runs. */
export function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return !started || startOf(pid) === started;
}

function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "ended" : fields[19];
  } catch {
    return null;
  }
}

/** Takes the lock if it is free or its holder is dead. Resolves to {release} or, when it is held, to {holder}. */
export async function tryLock(file, details = {}) {
  const mine = { ...details, ...identify(), token: randomUUID() };
  const draft = `${file}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      if (linked(draft, file)) return { release: () => releaseLock(file, mine.token), update: (more) => update(more) };
      const holder = readLock(file);
      if (!holder) continue;
      if (isAlive(holder)) return { holder };
      if (!bury(file, holder.token)) await sleep(50);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  function update(more) {
    writeFileSync(file, JSON.stringify({ ...mine, ...more }), { mode: 0o600 });
  }
}

/** Waits for the lock, runs the work, releases it. */
export async function withLock(file, work, { timeoutMs = 120_000 } = {}) {
  const giveUp = Date.now() + timeoutMs;
  for (;;) {
    const lock = await tryLock(file);
    if (lock.release) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (Date.now() > giveUp) throw new Error(`${file} has been held by process ${lock.holder.pid} for too long`);
    await sleep(50);
  }
}

/** Who holds the lock, or null. */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    if (error instanceof SyntaxError) return { pid: -1, token: "torn", started: "never" };
    throw error;
  }
}

function releaseLock(file, token) {
  if (readLock(file)?.token === token) rmSync(file, { force: true });
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead holder's lock. The link named after the dead token lets only one process do it, and only to that lock. */
function bury(file, token) {
  const grave = `${file}.dead-${token}`;
  try {
    if (!linked(file, grave)) {
      if (Date.now() - statSync(grave).ctimeMs > 10_000) rmSync(grave, { force: true });
      return false;
    }
    if (readLock(grave)?.token === token) rmSync(file, { force: true });
    rmSync(grave, { force: true });
    return true;
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}
