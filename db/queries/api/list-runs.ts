import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import { runs } from "@/db/schema";
import type { Ctx } from "@/lib/server/context";

/** Published runs, the newest first, below an id. */
export async function listRuns(ctx: Ctx, { below, limit }: { below: number | null; limit: number }) {
  return ctx.db
    .select({
      id: runs.id,
      asOf: runs.asOf,
      modelVersion: runs.modelVersion,
      isCurrent: runs.isCurrent,
      revision: runs.revision,
      accounts: runs.accounts,
      startedAt: runs.startedAt,
      publishedAt: runs.publishedAt,
    })
    .from(runs)
    .where(and(eq(runs.status, "published"), below === null ? undefined : lt(runs.id, below)))
    .orderBy(desc(runs.id))
    .limit(limit);
}
