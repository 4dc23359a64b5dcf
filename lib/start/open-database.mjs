import { join } from "node:path";
import { acquireDatabase, findDatabase } from "#embedded/acquire-database.mjs";

const WATCH_MS = 2000;

/** The database to work on: the one of DATABASE_URL, else the folder's embedded one, brought back should it die. */
export async function openDatabase({ data, databaseUrl, say }) {
  if (databaseUrl) return { url: databaseUrl, embedded: false, release: async () => {} };
  const dir = join(data, "pg");
  let current = await acquireDatabase({ dir, say });
  let restarting = null;
  const watch = setInterval(() => {
    if (restarting || findDatabase(dir)) return;
    restarting = acquireDatabase({ dir })
      .then(async (fresh) => {
        const dead = current;
        current = fresh;
        await dead.release();
      })
      .catch((error) => process.stderr.write(`The database stopped and could not be started again: ${error.message}\n`))
      .finally(() => {
        restarting = null;
      });
  }, WATCH_MS);
  watch.unref();
  const release = async () => {
    clearInterval(watch);
    await restarting;
    await current.release();
  };
  return { url: current.url, embedded: true, release };
}
