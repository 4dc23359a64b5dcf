import { checkEnvironment, env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { beginDraining } from "@/lib/server/readiness";
import { startWorker } from "./start-worker";

/** What a web process does as it starts: checks its settings and, unless a separate process does, works on jobs. */
export async function startServer(): Promise<void> {
  checkEnvironment();
  const worker = env("WORKER") === "in-process" ? startInProcess() : null;
  process.once("SIGTERM", () => {
    beginDraining();
    worker?.then((stop) => stop?.()).catch((error) => log.warn("worker.stop_failed", { error }));
  });
}

/** Pages work without jobs: a worker that cannot start is logged and tried again every minute. */
async function startInProcess(): Promise<(() => Promise<void>) | null> {
  try {
    return await startWorker();
  } catch (error) {
    log.error("worker.start_failed", { error });
    setTimeout(() => void startInProcess(), 60_000).unref();
    return null;
  }
}
