import { join } from "node:path";
import { runToEnd } from "./run-child.mjs";

/** Runs prepare.ts; resolves to what it found: {demo: a demo company is loaded, link: the first administrator's}. */
export async function prepareDatabase({ root, env, embedded, step }) {
  const demo = env.DEMO ? env.DEMO === "1" : embedded;
  const script = join(root, "lib/start/prepare.ts");
  const command = [process.execPath, "--conditions=react-server", "--import", "tsx", script];
  const found = { demo: false, link: null };
  const done = await step("Preparing the database", (report) =>
    runToEnd(command, {
      cwd: root,
      env: { ...env, DEMO: demo ? "1" : "0" },
      onMessage: ({ progress, ...rest }) => (progress ? report(progress) : Object.assign(found, rest)),
    }),
  );
  if (done.code !== 0) throw new Error(done.output.trim());
  return found;
}
