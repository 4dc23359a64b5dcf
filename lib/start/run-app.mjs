import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tryLock } from "#embedded/file-lock.mjs";
import { bootstrap } from "./bootstrap.mjs";
import { buildIfChanged } from "./build.mjs";
import { findPort, parsePort } from "./find-port.mjs";
import { openDatabase } from "./open-database.mjs";
import { prepareDatabase } from "./prepare-database.mjs";
import { narrate } from "./progress.mjs";
import { stopChildren } from "./run-child.mjs";
import { serve } from "./serve.mjs";
import { readSettings, sessionSecret } from "./settings.mjs";
import { watchNpm } from "./watch-npm.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** From a bare clone to a running application, and back to nothing on Ctrl-C: `npm start` and `npm run dev`. */
export async function runApp({ mode }) {
  const { step, line } = narrate();
  const held = {};
  const stop = stopper(held, line);
  try {
    await start({ mode, step, line, held, stop });
  } catch (error) {
    if (held.stopping) return;
    const expected = error.constructor === Error && !error.code;
    process.stderr.write(`\n${expected ? error.message : error.stack}\n`);
    await stop(1);
  }
}

async function start({ mode, step, line, held, stop }) {
  const settings = readSettings(ROOT);
  held.instance = await takeInstance(settings.data);
  const wanted = parsePort(process.env.PORT || undefined);
  await bootstrap({ root: ROOT, data: settings.data, step });

  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NEXTAUTH_SECRET: sessionSecret(settings.data) };
  if (mode === "start") await buildIfChanged({ root: ROOT, data: settings.data, env, step });

  const port = await findPort(wanted, settings.host);
  if (port !== wanted) line(`Port ${wanted} is taken: using ${port}.`);
  env.NEXTAUTH_URL ||= addressOf(settings.host, port);

  held.database = await step("Starting the database", (report) => openDatabase({ ...settings, say: report }));
  env.DATABASE_URL = held.database.url;
  const found = await prepareDatabase({ root: ROOT, env, embedded: held.database.embedded, step });

  const server = await step("Starting the server", () => serve({ root: ROOT, mode, env, host: settings.host, port }));
  held.instance.update({ url: env.NEXTAUTH_URL });
  welcome({ line, url: env.NEXTAUTH_URL, found });
  const { code } = await server.ended;
  if (held.stopping) return;
  process.stderr.write(`\nThe server ended by itself (exit code ${code}).\n`);
  await stop(1);
}

/** One application a folder: it holds the build, the data and the port. */
async function takeInstance(data) {
  const lock = await tryLock(join(data, "app.lock"), { url: null });
  if (lock.release) return lock;
  const { pid, url } = lock.holder;
  throw new Error(
    url
      ? `Bellwether already runs from this folder: ${url} (process ${pid}). Stop that one first: Ctrl-C there, or kill ${pid}.`
      : `Bellwether is already being started from this folder (process ${pid}). Wait for it, or stop it: kill ${pid}.`,
  );
}

function addressOf(host, port) {
  const everywhere = host === "127.0.0.1" || host === "0.0.0.0" || host === "::" || host === "::1";
  return `http://${everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}

function welcome({ line, url, found }) {
  line("");
  line(`Bellwether is ready: ${url}`);
  if (found.demo) {
    line("");
    line("A demo company is loaded. Sign in with the password bellwether-demo as");
    line("csm@demo.test, am@demo.test, manager@demo.test, admin@demo.test or viewer@demo.test");
  }
  if (found.link) {
    line("");
    line("Nobody can sign in yet. The first administrator sets a password here (once, within a day):");
    line(found.link);
  }
  line("");
  line("Ctrl-C stops it.");
}

/** Ends everything once, children first and the database last, on a signal or when npm, our parent, has been killed. */
function stopper(held, line) {
  const stop = (code) => {
    held.stopping ??= (async () => {
      await stopChildren();
      await held.database?.release();
      held.instance?.release();
      process.exit(code);
    })();
    return held.stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!held.stopping) line("Stopping.");
      void stop(0);
    });
  }
  watchNpm(() => void stop(1));
  return stop;
}
