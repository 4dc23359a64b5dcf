import { get } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "./run-child.mjs";

/** Starts Next and resolves once it answers; what it says from then on is passed through. */
export async function serve({ root, mode, env, host, port, quiet = false }) {
  const next = join(root, "node_modules/next/dist/bin/next");
  const { child, ended } = startChild([process.execPath, next, mode, "--hostname", host, "--port", String(port)], {
    cwd: root,
    env: { ...env, NODE_ENV: mode === "dev" ? "development" : "production", PORT: String(port) },
  });
  let said = "";
  let ready = false;
  for (const name of ["stdout", "stderr"]) {
    child[name].on("data", (chunk) => {
      if (!ready) said += chunk;
      else if (!quiet) process[name].write(chunk);
    });
  }
  let over = null;
  ended.then((end) => {
    over = end;
  });
  const giveUp = Date.now() + 120_000;
  while (!(await answers(host, port))) {
    if (over) throw new Error(`The server did not start:\n${said.trim()}`);
    if (Date.now() > giveUp) throw new Error(`The server does not answer:\n${said.trim()}`);
    await sleep(100);
  }
  ready = true;
  return { ended };
}

function answers(host, port) {
  const target = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return new Promise((resolve) => {
    const request = get({ host: target, port, path: "/api/live", timeout: 10_000 }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}
