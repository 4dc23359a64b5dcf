import { readFileSync } from "node:fs";
import { identify, isAlive } from "#embedded/file-lock.mjs";

/** Calls back when the npm that runs us is gone, which a kill of npm alone does not tell its script. */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  // npm runs a script through a shell, which may stay between the two.
  const ancestors = [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1).map(identify);
  const timer = setInterval(() => {
    if (!ancestors.every(isAlive)) onGone();
  }, 1000);
  timer.unref();
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
