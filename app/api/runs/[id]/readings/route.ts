import { refused, runIdOf } from "@/app/api/runs/[id]/tagged";
import { getDraftReadings } from "@/db/queries/what-if/get-draft-readings";
import { DraftReadings } from "@/lib/core/what-if/draft-readings";
import { parseInput } from "@/lib/errors";
import { viewerContext } from "@/lib/server/viewer-context";

/** What a draft reads and the run did not, for all its accounts or all past cases. Changes nothing. */
export async function POST(request: Request, { params }: RouteContext<"/api/runs/[id]/readings">) {
  const ctx = await viewerContext();
  try {
    const asked = parseInput(DraftReadings, await request.json().catch(() => null));
    const bytes = await getDraftReadings(ctx, runIdOf((await params).id), asked);
    const headers = { "cache-control": "private, no-store", "content-type": "application/octet-stream" };
    return new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]), { headers });
  } catch (error) {
    return refused(error, "getDraftReadings");
  }
}
