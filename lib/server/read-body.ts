import "server-only";
import { AppError } from "@/lib/errors";
import { Refusal } from "@/lib/server/refusal";

/** Reads a body and stops as soon as it is too long, whatever its declared length; one cut short is refused. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const declared = Number(request.headers.get("content-length") ?? Number.NaN);
  const tooLong = () => new Refusal("too_large", `The body is longer than ${maxBytes} bytes. Send it in parts.`);
  if (declared > maxBytes) throw tooLong();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLong();
    chunks.push(chunk);
  }
  if (Number.isFinite(declared) && bytes !== declared) {
    throw new AppError("invalid", `The body has ${bytes} bytes where Content-Length says ${declared}.`);
  }
  return Buffer.concat(chunks, bytes);
}

/** A body as JSON. */
export function parseJson(body: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new AppError("invalid", "The body is not UTF-8.");
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The body is not JSON.");
  }
}
