import { openApi } from "@/lib/api/openapi";

/** The OpenAPI document; it tells nothing of the installation, so it needs no key. */
export function GET(): Response {
  return Response.json(openApi(), { headers: { "cache-control": "public, max-age=300" } });
}
