import { refused, runIdOf, tagged } from "@/app/api/runs/[id]/tagged";
import { getBookColumns } from "@/db/queries/what-if/get-book-columns";
import { viewerContext } from "@/lib/server/viewer-context";

/** The accounts of a run as typed columns, for the what-if. */
export async function GET(request: Request, { params }: RouteContext<"/api/runs/[id]/columns">) {
  const ctx = await viewerContext();
  try {
    const { tag, bytes } = await getBookColumns(ctx, runIdOf((await params).id), request.headers.get("if-none-match"));
    return tagged(tag, bytes && new Blob([bytes as Uint8Array<ArrayBuffer>]));
  } catch (error) {
    return refused(error, "getBookColumns");
  }
}
