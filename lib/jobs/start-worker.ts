import { Logger, parseCrontab, run } from "graphile-worker";
import { createPool } from "@/db/client";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { SCHEDULE, TASKS } from "./tasks";

/** Starts the job worker in this process: its own connections, one job at a time, work left over from before first.
 * Resolves to what stops it after the job in hand. */
export async function startWorker(): Promise<() => Promise<void>> {
  const pool = createPool(env("DATABASE_URL"), 3);
  pool.on("connect", (client) => client.on("error", (error) => log.warn("worker.connection_lost", { error })));
  const runner = await run({
    pgPool: pool,
    taskList: TASKS,
    parsedCronItems: parseCrontab(SCHEDULE),
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(({ jobId, taskIdentifier }) => (level, message) => {
      const line = { jobId, task: taskIdentifier, message };
      if (level === "error") log.error("worker.error", line);
      else if (level === "warning") log.warn("worker.warning", line);
      else log.debug("worker.note", line);
    }),
  });
  return async () => {
    await runner.stop();
    await pool.end();
  };
}
