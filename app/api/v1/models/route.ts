import { listModelVersions } from "@/db/queries/model/list-model-versions";
import { listModels, postModel } from "@/lib/api/models";
import { createDraft } from "@/lib/commands/create-draft";
import { inForceOn } from "@/lib/core/model-draft/in-force";
import { paths } from "@/lib/paths";
import { route } from "@/lib/server/route";

/** Every published version. */
export const GET = route(listModels, async (ctx) => {
  const versions = await listModelVersions(ctx);
  const inForce = inForceOn(versions, ctx.today);
  return {
    rows: versions.map((each) => ({
      version: each.version,
      name: each.name,
      note: each.note,
      expected: each.expected,
      is_in_force: each === inForce,
      effective_from: each.effectiveFrom,
      withdrawn: each.withdrawn,
      published_at: each.publishedAt,
      owner: each.owner,
      next_review_on: each.nextReviewOn,
      model: each.model,
    })),
  };
});

/** A draft, which scores nobody. */
export const POST = route(postModel, async (ctx, { body }) => {
  const { id } = await createDraft(ctx, { model: body.model });
  return { draft: id, revision: 0, address: paths.modelDraft(id) };
});
