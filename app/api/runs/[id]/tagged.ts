import { presentable } from "@/lib/server/presentable";

const STATUS: Partial<Record<string, number>> = { forbidden: 403, not_found: 404, invalid: 422, unavailable: 503 };

/** What a run's columns are answered with: known by a tag and asked for again only to hear that they are still the same. */
export function tagged(tag: string, body: BodyInit | null, type = "application/octet-stream"): Response {
  const headers = { etag: tag, "cache-control": "private, no-cache", "content-type": type };
  return new Response(body, { status: body === null ? 304 : 200, headers });
}

/** Why there are none, in words. */
export function refused(error: unknown, where: string): Response {
  const { kind, message } = presentable(error, where);
  return Response.json({ title: message }, { status: STATUS[kind] ?? 500 });
}

/** The number of the run in the address; none that exists where it is no number. */
export function runIdOf(id: string): number {
  return /^\d{1,9}$/.test(id) ? Number(id) : 0;
}
