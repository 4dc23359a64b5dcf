import { listFacets } from "@/db/queries/list-facets";
import { viewerContext } from "@/lib/server/viewer-context";

/** The segments, regions and tags that the list can be narrowed by: fetched when somebody looks for them. */
export async function GET() {
  return Response.json(await listFacets(await viewerContext()), { headers: { "cache-control": "private, no-store" } });
}
