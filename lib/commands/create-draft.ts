import "server-only";
import { desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { modelDrafts, modelVersions } from "@/db/schema";
import type { Model } from "@/lib/core/health/model";
import { DraftModel } from "@/lib/core/model-draft/draft-model";
import { BAND_PRESETS, bandsOfPreset } from "@/lib/core/templates/band-presets";
import { TEMPLATES } from "@/lib/core/templates/templates";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

/** What a draft begins as: a copy of a version (the newest unless said), a template, the newest with a preset's cut-offs, or a
 * model as it is given. */
export const CreateDraft = z.strictObject({
  version: z.int().positive().optional(),
  template: z.string().max(60).optional(),
  preset: z.string().max(60).optional(),
  model: DraftModel.optional(),
});

/** Begins a draft of a model; nothing that people see changes until it is published. */
export async function createDraft(ctx: Ctx, from: z.output<typeof CreateDraft>): Promise<{ id: number }> {
  await authorize(ctx, "model:draft");
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return withTransaction(ctx, async ({ tx }) => {
    const [version] = await tx
      .select({ version: modelVersions.version, definition: modelVersions.definition })
      .from(modelVersions)
      .where(from.version === undefined ? isNull(modelVersions.withdrawnOn) : eq(modelVersions.version, from.version))
      .orderBy(desc(modelVersions.version))
      .limit(1);
    const model = modelOf(from, version?.definition);
    const [draft] = await tx
      .insert(modelDrafts)
      .values({
        name: model.name,
        definition: model,
        baseVersion: version?.version ?? null,
        updatedAt: ctx.now,
        updatedBy: personId,
      })
      .returning({ id: modelDrafts.id });
    if (!draft) throw new Error("a row that was inserted is returned");
    await emitAudit(ctx, tx, { entry: "draft.created", subject: `draft ${draft.id}`, after: from });
    return draft;
  });
}

function modelOf(from: z.output<typeof CreateDraft>, base: Model | undefined): Model {
  if (from.model) return from.model;
  if (from.template !== undefined) {
    const template = TEMPLATES.find(({ key }) => key === from.template);
    if (!template) throw new AppError("invalid", `There is no template "${from.template}".`);
    return template.model;
  }
  if (!base)
    throw from.version === undefined
      ? new AppError("invalid", "No model has been published yet: start from a template.")
      : new AppError("not_found", `There is no model version ${from.version}.`);
  if (from.preset === undefined) return base;
  const preset = BAND_PRESETS.find(({ key }) => key === from.preset);
  if (!preset) throw new AppError("invalid", `There are no band cut-offs "${from.preset}".`);
  const { definitions } = base;
  return {
    ...base,
    definitions: { ...definitions, default: { ...definitions.default, bands: bandsOfPreset(preset) } },
  };
}
