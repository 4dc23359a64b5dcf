import "server-only";
import { eq } from "drizzle-orm";
import { modelVersions } from "@/db/schema";
import type { Ctx } from "@/lib/server/context";
import { type RunModel, runModelOf } from "@/lib/server/run/load-run-model";

/** A version of the model, ready to run; null where there is none. */
export async function findScoringModel(ctx: Ctx, version: number): Promise<RunModel | null> {
  const [row] = await ctx.db
    .select({ definition: modelVersions.definition, scoringVersion: modelVersions.scoringVersion })
    .from(modelVersions)
    .where(eq(modelVersions.version, version));
  return row ? runModelOf(version, row.definition, row.scoringVersion) : null;
}
