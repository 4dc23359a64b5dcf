import { AppError } from "@/lib/errors";

const MAX_BYTES = 500 * 1024;

/** A request's JSON, unpacked where it is gzipped; reading stops as soon as it is too long, packed or not. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const packed = /gzip/i.test(request.headers.get("content-encoding") ?? "");
  const source = packed ? request.body?.pipeThrough(new DecompressionStream("gzip")) : request.body;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of (source ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BYTES) throw new AppError("invalid", "A batch may have 500 kB at most.");
      chunks.push(chunk);
    }
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid", packed ? "The body is not gzipped JSON." : "The body is not JSON.");
  }
}
