import type { AppError, ErrorKind } from "@/lib/errors";

const STATUS: Record<ErrorKind, number> = {
  ...{ invalid: 422, unauthenticated: 401, forbidden: 403, not_found: 404, conflict: 409 },
  ...{ unavailable: 503, unexpected: 500 },
};
const SAFE = { "cache-control": "private, no-store", "x-content-type-options": "nosniff" };

/** A file for the browser to keep, sent as it is written. */
export function fileResponse(
  content: AsyncGenerator<string> | Uint8Array<ArrayBuffer>,
  { name, type }: { name: string; type: string },
): Response {
  const body = content instanceof Uint8Array ? content : streamOf(content);
  return new Response(body, {
    headers: { ...SAFE, "content-type": type, "content-disposition": `attachment; filename="${plainName(name)}"` },
  });
}

/** Why there is no file, in words: a browser shows them where the file would have come. */
export function refusalResponse({ kind, message }: AppError): Response {
  return new Response(`${message}\n`, {
    status: STATUS[kind],
    headers: { ...SAFE, "content-type": "text/plain; charset=utf-8" },
  });
}

/** A name that every file system takes. */
export function plainName(name: string): string {
  return name.replace(/[^\w.-]+/g, "-").slice(0, 120);
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
