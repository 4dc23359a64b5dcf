import { refused, runIdOf, tagged } from "@/app/api/runs/[id]/tagged";
import { getCaseColumns } from "@/db/queries/what-if/get-case-columns";
import { viewerContext } from "@/lib/server/viewer-context";

/** Past decisions as typed columns, 60 or 90 days before each. */
export async function GET(request: Request, { params }: RouteContext<"/api/runs/[id]/cases">) {
  const ctx = await viewerContext();
  const days = new URL(request.url).searchParams.get("days") === "60" ? 60 : 90;
  try {
    const known = request.headers.get("if-none-match");
    const { tag, bytes } = await getCaseColumns(ctx, runIdOf((await params).id), days, known);
    return tagged(tag, bytes && new Blob([bytes as Uint8Array<ArrayBuffer>]));
  } catch (error) {
    return refused(error, "getCaseColumns");
  }
}
