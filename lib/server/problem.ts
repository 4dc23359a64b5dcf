import "server-only";
import type { ErrorKind } from "@/lib/errors";
import { presentable } from "@/lib/server/presentable";
import { REFUSALS, Refusal } from "@/lib/server/refusal";

const STATUS: Record<ErrorKind, { status: number; title: string }> = {
  invalid: { status: 422, title: "The request is not valid" },
  unauthenticated: { status: 401, title: "An API key is needed" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Conflict" },
  unavailable: { status: 503, title: "Not available now" },
  unexpected: { status: 500, title: "Internal error" },
};

/** An error as problem+json (RFC 9457), each field that is at fault named by its path; a row also by its index. */
export function problem(error: unknown, instance: string): Response {
  const { kind, message, fields, id } = presentable(error, instance);
  const refusal = error instanceof Refusal ? error : null;
  const { status, title } = refusal ? REFUSALS[refusal.refusal] : STATUS[kind];
  const errors = Object.entries(fields).map(([path, detail]) => ({ ...placeOf(path), detail }));
  const body = {
    type: `urn:bellwether:problem:${refusal?.refusal ?? kind}`,
    title,
    status,
    detail: message,
    instance,
    ...(errors.length > 0 && { errors }),
    ...(id && { id }),
    ...refusal?.more.members,
  };
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 503 && { "retry-after": "5" }),
    ...(status === 401 && { "www-authenticate": "Bearer" }),
    ...refusal?.more.headers,
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/** "rows.3.day" as field day of the row with index 3. */
function placeOf(path: string): { index?: number; field: string } {
  const [, index, field] = /^(?:rows|cards)\.(\d+)(?:\.(.*))?$/s.exec(path) ?? [];
  return index === undefined ? { field: path } : { index: Number(index), field: field ?? "" };
}
