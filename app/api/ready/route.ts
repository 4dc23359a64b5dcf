import { readiness } from "@/lib/server/readiness";

export const dynamic = "force-dynamic";

/** Whether this process may be given requests; 503 where not. */
export async function GET(): Promise<Response> {
  const { ready, reason } = await readiness();
  const headers = { "Cache-Control": "no-store", ...(ready ? {} : { "Retry-After": "5" }) };
  return Response.json({ ready, reason }, { status: ready ? 200 : 503, headers });
}
