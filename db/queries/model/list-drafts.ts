import "server-only";
import { desc, eq } from "drizzle-orm";
import { modelDrafts, people } from "@/db/schema";
import type { Model } from "@/lib/core/health/model";
import type { ListedDraft } from "@/lib/core/model-draft/model-version";
import type { Ctx } from "@/lib/server/context";

type Draft = ListedDraft & { model: Model; evidence: unknown };

const columns = {
  id: modelDrafts.id,
  name: modelDrafts.name,
  baseVersion: modelDrafts.baseVersion,
  revision: modelDrafts.revision,
  updatedAt: modelDrafts.updatedAt,
  updatedBy: people.name,
};

/** The open drafts of models, those changed last first. */
export async function listDrafts(ctx: Ctx): Promise<ListedDraft[]> {
  const rows = await ctx.db
    .select(columns)
    .from(modelDrafts)
    .leftJoin(people, eq(people.id, modelDrafts.updatedBy))
    .orderBy(desc(modelDrafts.updatedAt), desc(modelDrafts.id));
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

/** A draft with its model; null where it was published or discarded. */
export async function findDraft(ctx: Ctx, id: number): Promise<Draft | null> {
  const [row] = await ctx.db
    .select({ ...columns, model: modelDrafts.definition, evidence: modelDrafts.evidence })
    .from(modelDrafts)
    .leftJoin(people, eq(people.id, modelDrafts.updatedBy))
    .where(eq(modelDrafts.id, id));
  return row ? { ...row, updatedAt: row.updatedAt.toISOString() } : null;
}
