import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Whether a process id is in use, by anybody, be it as a zombie. */
export function isInUse(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Whether that process is the server of this data folder: after a crash its id may belong to somebody else. */
export function isServerOf(pid, data) {
  if (!isInUse(pid)) return false;
  if (process.platform !== "linux") return true;
  return read(() => readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data)) || worksIn(pid, data);
}

/** Whether processes of a killed server still work in this data folder. */
export function hasOrphans(data) {
  if (process.platform !== "linux") return false;
  return readdirSync("/proc").some((name) => /^\d+$/.test(name) && worksIn(name, data));
}

const worksIn = (pid, data) => read(() => readlinkSync(`/proc/${pid}/cwd`) === data);

function read(test) {
  try {
    return test();
  } catch {
    return false;
  }
}
