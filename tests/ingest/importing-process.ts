import { closeDatabase } from "@/db/client";
import { importSession } from "@/lib/jobs/import-session";

// Imports a session, as the worker does; the test kills it while it does.
process.on("message", async (sessionId: number) => {
  await importSession(sessionId);
  process.send?.("done");
  await closeDatabase();
  process.exit(0);
});
process.send?.("ready");
