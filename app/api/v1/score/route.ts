import { scoreOnce } from "@/lib/api/scores";
import { scoreRequest } from "@/lib/core/health/score-request";
import { standingText } from "@/lib/core/validation/standing";
import { route } from "@/lib/server/route";

const scored = route(scoreOnce, async (_ctx, { body }) => scoreRequest(body));

/** Scores one set of readings with a given model, decomposed and overlaid; stores nothing. The answer's shape is fixed, so its
 * standing goes in a header: a model that comes with the request was checked against no outcome. */
export async function POST(request: Request): Promise<Response> {
  const response = await scored(request);
  if (response.ok) response.headers.set("bellwether-standing", standingText(null));
  return response;
}
