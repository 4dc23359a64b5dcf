import { listRankMoves } from "@/db/queries/list-rank-moves";
import { PriorityFormula } from "@/lib/core/portfolio/priority-formula";
import { presentable } from "@/lib/server/presentable";
import { viewerContext } from "@/lib/server/viewer-context";

/** Who would change place in the queue under another formula, before it is saved. */
export async function POST(request: Request) {
  const ctx = await viewerContext();
  const formula = PriorityFormula.safeParse(await request.json().catch(() => null));
  if (!formula.success) return Response.json({ title: formula.error.issues[0]?.message }, { status: 422 });
  try {
    return Response.json({ moves: await listRankMoves(ctx, formula.data) });
  } catch (error) {
    return Response.json({ title: presentable(error, "listRankMoves").message }, { status: 403 });
  }
}
