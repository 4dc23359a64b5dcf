import { claimDueSources } from "@/lib/commands/claim-due-sources";
import { runSource } from "@/lib/commands/run-source";
import { systemContext } from "@/lib/server/context";
import { log } from "@/lib/server/log";

/** Reads the sources that are due, one after the other; one that fails does not keep the next from its turn. */
export async function runSources(): Promise<void> {
  for (const id of await claimDueSources(await systemContext("run-sources"))) {
    try {
      const runs = await runSource(await systemContext("run-sources"), { id });
      log.info("source.read", { sourceId: id, runs });
    } catch (error) {
      log.error("source.failed", { sourceId: id, error });
    }
  }
}
