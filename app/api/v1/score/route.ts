import { scoreOnce } from "@/lib/api/scores";
import { scoreRequest } from "@/lib/core/health/score-request";
import { route } from "@/lib/server/route";

/** Scores one set of readings with a given model, decomposed and overlaid; stores nothing. */
export const POST = route(scoreOnce, async (_ctx, { body }) => scoreRequest(body));
