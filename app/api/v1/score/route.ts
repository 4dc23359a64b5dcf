import { ScoreRequest, scoreRequest } from "@/lib/core/health/score-request";
import { authorize } from "@/lib/server/authorize";
import { route } from "@/lib/server/route";

/** Scores one set of readings with a given model, decomposed and overlaid; stores nothing. The schema is its documentation. */
export const POST = route(ScoreRequest, async (ctx, input) => {
  await authorize(ctx, "model:read");
  return scoreRequest(input);
});
