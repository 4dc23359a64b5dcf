import { getDraftFacts } from "@/db/queries/model/get-draft-facts";
import { AppError } from "@/lib/errors";
import { presentable } from "@/lib/server/presentable";
import { viewerContext } from "@/lib/server/viewer-context";

/** How the readings of a draft's measures lie: /api/model?id=3&definition=default. */
export async function GET(request: Request) {
  const ctx = await viewerContext();
  const { searchParams } = new URL(request.url);
  const [id, definition] = [Number(searchParams.get("id")), searchParams.get("definition") ?? "default"];
  try {
    if (!Number.isInteger(id) || id < 1) throw new AppError("invalid", "Which draft?");
    return Response.json(await getDraftFacts(ctx, { id, definition }));
  } catch (error) {
    const { kind, message } = presentable(error, "getDraftFacts");
    const status = { forbidden: 403, not_found: 404, invalid: 422 }[kind as string] ?? 500;
    return Response.json({ title: message }, { status });
  }
}
