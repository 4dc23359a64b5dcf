import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const TETHER = new URL("./tether.mjs", import.meta.url).href;
const running = new Set();

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches it only through us. A Node program is tethered:
 * it ends when we end, even by SIGKILL.
 */
export function startChild(command, { cwd, env = process.env, stdio = "pipe" } = {}) {
  const [program, ...args] = command;
  const isNode = program === process.execPath;
  const child = spawn(program, isNode ? ["--import", TETHER, ...args] : args, {
    cwd,
    env: { ...env, BELLWETHER_STARTER: String(process.pid) },
    detached: process.platform !== "win32",
    stdio: ["ignore", stdio, stdio, ...(isNode ? ["ipc"] : [])],
    shell: process.platform === "win32" && !isNode,
  });
  running.add(child);
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, error }));
    child.on("close", (code, signal) => resolve({ code: code ?? 1, signal }));
  });
  ended.then(() => running.delete(child));
  return { child, ended };
}

/** Runs a program to its end; resolves to its exit code and what it said. */
export async function runToEnd(command, options = {}) {
  const { child, ended } = startChild(command, options);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  if (options.onMessage) child.on("message", options.onMessage);
  const { code, error } = await ended;
  return { code, output: error ? `${command[0]}: ${error.message}` : output };
}

/** Asks every child to end, and ends those that do not within the grace period. */
export async function stopChildren({ graceMs = 10_000 } = {}) {
  const all = [...running];
  for (const child of all) signal(child, "SIGTERM");
  const gone = Promise.all(
    all.map((child) => child.exitCode ?? child.signalCode ?? new Promise((r) => child.on("exit", r))),
  );
  const late = await Promise.race([gone.then(() => false), sleep(graceMs, true, { ref: false })]);
  for (const child of all) if (late || process.platform !== "win32") signal(child, "SIGKILL");
}

function signal(child, name) {
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
