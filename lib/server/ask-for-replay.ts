import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { modelReplayRequests } from "@/db/schema";
import type { Ctx } from "@/lib/server/context";

/** Has the past told by a version of the model as well, by a job, in the transaction of what asks for it. */
export async function askForReplay(ctx: Ctx, tx: Database, version: number): Promise<void> {
  const requestedBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const asked = { requestedBy, requestedAt: ctx.now, daysDone: 0, days: null, finishedAt: null };
  await tx
    .insert(modelReplayRequests)
    .values({ version, ...asked })
    .onConflictDoUpdate({ target: modelReplayRequests.version, set: asked });
  await tx.execute(sql`
    select graphile_worker.add_job('replay-version', json_build_object('version', ${version}::int),
      job_key := ${`replay-version:${version}`}, priority := 1)`);
}
