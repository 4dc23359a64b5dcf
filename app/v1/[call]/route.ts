import { takeSegmentBatch } from "@/lib/commands/take-segment-batch";
import { AppError } from "@/lib/errors";
import { SEGMENT_CALLS } from "@/lib/ingest/segment-message";
import { keyContext } from "@/lib/server/key-context";
import { problem } from "@/lib/server/problem";
import { readJsonBody } from "./read-json-body";

/** Segment's tracking API: any of its server libraries works with this installation as its host and an API key with the
 * scope write as its write key. */
export async function POST(request: Request, { params }: { params: Promise<{ call: string }> }): Promise<Response> {
  try {
    const { call } = await params;
    if (!(SEGMENT_CALLS as readonly string[]).includes(call))
      throw new AppError("not_found", `There is no call "${call}".`);
    const body = await readJsonBody(request);
    const ctx = await keyContext(withBearer(request, body));
    await takeSegmentBatch(ctx, { call, body });
    return Response.json({ success: true });
  } catch (error) {
    const answer = problem(error, new URL(request.url).pathname);
    // Segment's libraries give a batch up on 400; they know no 422.
    return answer.status === 422 ? new Response(answer.body, { status: 400, headers: answer.headers }) : answer;
  }
}

/** The request as one with a bearer key: Segment's write key is the user of basic authentication, or stands in the body. */
function withBearer(request: Request, body: unknown): Request {
  const given = request.headers.get("authorization") ?? "";
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(given) ?? [];
  const user = encoded ? Buffer.from(encoded, "base64").toString("utf8").split(":", 1)[0] : null;
  const inBody = (body as { writeKey?: unknown } | null)?.writeKey;
  const key = user || (typeof inBody === "string" ? inBody : "");
  const authorization = key ? `Bearer ${key.replace(/\s/g, "")}` : given;
  return new Request(request.url, { headers: { authorization } });
}
