import { findDraft } from "@/db/queries/model/list-drafts";
import { publishDraft } from "@/lib/api/models";
import { PublishModel, publishModel } from "@/lib/commands/publish-model";
import { AppError, parseInput } from "@/lib/errors";
import { route } from "@/lib/server/route";

/** POST /models/{draft}:publish. */
export const POST = route(publishDraft, async (ctx, { params: { draft: text = "" }, body }) => {
  const found = /^[1-9]\d{0,8}$/.test(text) ? await findDraft(ctx, Number(text)) : null;
  if (!found) throw new AppError("not_found", `There is no draft ${text}.`);
  const input = parseInput(PublishModel, {
    model: found.model,
    note: body.note,
    effectiveFrom: body.effective_from,
    nextReviewOn: body.next_review_on,
    draft: { id: found.id, revision: body.revision },
  });
  return publishModel(ctx, input);
});
