import { startWorker } from "@/lib/jobs/start-worker";
import { checkEnvironment } from "@/lib/server/env";

/** The jobs in a process of their own, beside a web process with WORKER=separate. */
async function main() {
  checkEnvironment();
  const stop = await startWorker();
  console.log("The worker runs.");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
