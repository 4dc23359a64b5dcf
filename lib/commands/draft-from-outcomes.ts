import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { getLossEvidence, type LossEvidence } from "@/db/queries/validation/get-loss-evidence";
import { modelDrafts, modelVersions } from "@/db/schema";
import type { Definition, Model } from "@/lib/core/health/model";
import { weightsFromLosses } from "@/lib/core/validation/weights-from-losses";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const DraftFromOutcomes = z.strictObject({
  version: z.int().positive(),
  /** The pattern of the last losses, or the weights that a regression on outcomes suggests. */
  from: z.enum(["losses", "weights"]),
});

/** Begins a draft whose weights come from outcomes, with the evidence they stand on; nothing that people see changes until somebody
 * publishes it. */
export async function draftFromOutcomes(
  ctx: Ctx,
  { version, from }: z.output<typeof DraftFromOutcomes>,
): Promise<{ id: number }> {
  await authorize(ctx, "model:draft");
  const [base] = await ctx.db.select().from(modelVersions).where(eq(modelVersions.version, version));
  const found = base && (await getLossEvidence(ctx, version));
  if (!base || !found) throw new AppError("not_found", `There is no model version ${version}.`);
  const { weights, evidence } = from === "losses" ? fromLosses(found) : fromRegression(found);
  const name =
    `${base.definition.name}, ${from === "losses" ? "after the last losses" : "weights from outcomes"}`.slice(0, 120);
  const definition = reweighted(base.definition, name, weights);
  const updatedBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  return withTransaction(ctx, async ({ tx }) => {
    const [draft] = await tx
      .insert(modelDrafts)
      .values({ name, definition, baseVersion: version, evidence, updatedAt: ctx.now, updatedBy })
      .returning({ id: modelDrafts.id });
    if (!draft) throw new Error("a row that was inserted is returned");
    await emitAudit(ctx, tx, { entry: "draft.created", subject: `draft ${draft.id}`, after: { version, from } });
    return draft;
  });
}

function fromLosses({ pattern, missing, definition }: LossEvidence) {
  const keys = definition.measures.map(({ key }) => key);
  const weights = weightsFromLosses(pattern, keys);
  if (!weights)
    throw new AppError(
      "conflict",
      "No measure of this version tells the lost from the renewed 90 days before: no draft.",
    );
  return { weights, evidence: { kind: "losses", ...pattern, missing } };
}

function fromRegression({ weights: found }: LossEvidence) {
  if (found.kind === "refused") throw new AppError("conflict", found.reason);
  if (!found.isSuggested) throw new AppError("conflict", found.reason);
  const weights = new Map(found.weights.map(({ key, suggested }) => [key, suggested] as const));
  return { weights, evidence: { ...found, kind: "weights" } };
}

/** The default definition with other weights; measures without one leave, or are watched on where a guardrail needs them. */
function reweighted(model: Model, name: string, weights: ReadonlyMap<string, number>): Model {
  const { default: before } = model.definitions;
  const measures = before.measures.flatMap((measure) => {
    const weight = weights.get(measure.key) ?? 0;
    return weight > 0 ? [{ ...measure, weight }] : [];
  });
  const asked = new Set(before.guardrails.flatMap(({ when }) => when.map(({ measure }) => measure)));
  const gone = before.measures.map(({ key }) => key).filter((key) => !weights.get(key) && asked.has(key));
  const after: Definition = { ...before, measures, watched: [...new Set([...before.watched, ...gone])] };
  return { ...model, name, definitions: { ...model.definitions, default: after } };
}
