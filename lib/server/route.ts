import "server-only";
import type { z } from "zod";
import { AppError, type ErrorKind, invalidInput } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { keyContext } from "@/lib/server/key-context";
import { presentable } from "@/lib/server/presentable";

const STATUS: Record<ErrorKind, { status: number; title: string }> = {
  invalid: { status: 422, title: "The request is not valid" },
  unauthenticated: { status: 401, title: "An API key is needed" },
  forbidden: { status: 403, title: "Not allowed" },
  not_found: { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Conflict" },
  unavailable: { status: 503, title: "Not available now" },
  unexpected: { status: 500, title: "Internal error" },
};
const MAX_BYTES = 1_000_000;

type Run<Input> = (ctx: Ctx, input: Input, params: Record<string, string>) => Promise<unknown>;

/** Declares an API route around a query or command: key → strict parse of the JSON body → run → JSON; errors leave as
 * application/problem+json (RFC 9457). Without a schema there is no body. */
export function route<Schema extends z.ZodType>(schema: Schema | null, run: Run<z.output<Schema>>) {
  return async (request: Request, given?: { params: Promise<Record<string, string>> }): Promise<Response> => {
    try {
      const ctx = await keyContext(request);
      const input = schema ? await bodyOf(request, schema) : undefined;
      const answer = await run(ctx, input as z.output<Schema>, (await given?.params) ?? {});
      return Response.json(answer, { headers: { "cache-control": "private, no-store" } });
    } catch (error) {
      return problem(error, new URL(request.url).pathname);
    }
  };
}

/** An error as problem+json, each field that is at fault named by its path. */
export function problem(error: unknown, instance: string): Response {
  const { kind, message, fields, id } = presentable(error, instance);
  const { status, title } = STATUS[kind];
  const errors = Object.entries(fields).map(([field, detail]) => ({ field, detail }));
  const body = {
    type: `urn:bellwether:problem:${kind}`,
    title,
    status,
    detail: message,
    instance,
    ...(errors.length > 0 && { errors }),
    ...(id && { id }),
  };
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 503 && { "retry-after": "5" }),
    ...(status === 401 && { "www-authenticate": "Bearer" }),
  };
  return new Response(JSON.stringify(body), { status, headers });
}

async function bodyOf<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(parseJson(await textOf(request)));
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

/** Reads the body and stops as soon as it is too long, whatever its declared length. */
async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BYTES) throw new AppError("invalid", `The body is longer than ${MAX_BYTES} bytes.`);
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new AppError("invalid", "The body is not UTF-8.");
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The body is not JSON.");
  }
}
