import "server-only";
import { eq } from "drizzle-orm";
import { modelVersions, runs } from "@/db/schema";
import type { Model } from "@/lib/core/health/model";
import type { Ctx } from "@/lib/server/context";

/** The model that the current run was scored by; null before the first run. */
export async function findCurrentModel(ctx: Ctx): Promise<Model | null> {
  const [row] = await ctx.db
    .select({ definition: modelVersions.definition })
    .from(runs)
    .innerJoin(modelVersions, eq(modelVersions.version, runs.modelVersion))
    .where(eq(runs.isCurrent, true));
  return row?.definition ?? null;
}
