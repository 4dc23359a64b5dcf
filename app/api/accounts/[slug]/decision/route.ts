import { findDecisionDraft } from "@/db/queries/work/find-decision-draft";
import { viewerContext } from "@/lib/server/viewer-context";

/** What a decision's form begins with, and who may sign it. */
export async function GET(_request: Request, { params }: RouteContext<"/api/accounts/[slug]/decision">) {
  const ctx = await viewerContext();
  const { slug } = await params;
  const draft = await findDecisionDraft(ctx, slug);
  if (!draft) return Response.json({ title: "There is no such account." }, { status: 404 });
  return Response.json(draft, { headers: { "cache-control": "private, no-store" } });
}
