import { findPlanDraft } from "@/db/queries/work/find-plan-draft";
import { viewerContext } from "@/lib/server/viewer-context";

/** What a plan's form begins with: the open plan, the cause that the numbers suggest, today's readings. */
export async function GET(_request: Request, { params }: RouteContext<"/api/accounts/[slug]/plan">) {
  const ctx = await viewerContext();
  const { slug } = await params;
  const draft = await findPlanDraft(ctx, slug);
  if (!draft) return Response.json({ title: "There is no such account." }, { status: 404 });
  return Response.json(draft, { headers: { "cache-control": "private, no-store" } });
}
