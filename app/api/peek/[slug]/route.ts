import { findPeek } from "@/db/queries/find-peek";
import { viewerContext } from "@/lib/server/viewer-context";

/** The peek beside a list, as data: the page around it stays as it is. */
export async function GET(_request: Request, { params }: RouteContext<"/api/peek/[slug]">) {
  const ctx = await viewerContext();
  const { slug } = await params;
  const peek = await findPeek(ctx, slug);
  if (!peek) return Response.json({ title: "There is no such account." }, { status: 404 });
  return Response.json(peek, { headers: { "cache-control": "private, no-store" } });
}
