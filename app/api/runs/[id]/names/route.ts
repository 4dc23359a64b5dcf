import { refused, runIdOf, tagged } from "@/app/api/runs/[id]/tagged";
import { listBookNames } from "@/db/queries/what-if/list-book-names";
import { viewerContext } from "@/lib/server/viewer-context";

/** What the accounts of a run's columns are called. */
export async function GET(request: Request, { params }: RouteContext<"/api/runs/[id]/names">) {
  const ctx = await viewerContext();
  try {
    const { tag, names } = await listBookNames(ctx, runIdOf((await params).id), request.headers.get("if-none-match"));
    return tagged(tag, names && JSON.stringify(names), "application/json");
  } catch (error) {
    return refused(error, "listBookNames");
  }
}
