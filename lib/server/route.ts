import "server-only";
import type { z } from "zod";
import { AppError, parseInput } from "@/lib/errors";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { once } from "@/lib/server/idempotency";
import { keyContext } from "@/lib/server/key-context";
import { type Operation, pathParams } from "@/lib/server/operation";
import { problem } from "@/lib/server/problem";
import { takeRequest } from "@/lib/server/rate-limit";
import { parseJson, readBody } from "@/lib/server/read-body";

const MAX_BYTES = 1_000_000;

/** What a request asks for, read by its operation's schemas. */
interface Asked<Query, Body> {
  query: Query;
  body: Body;
  params: Record<string, string>;
  request: Request;
  /** The bytes of a body that is not JSON. */
  bytes: Buffer;
}

/** An answer with the ETag of what it shows. */
export class Tagged<Answer> {
  constructor(
    readonly answer: Answer,
    readonly etag: string,
  ) {}
}

/** Declares an API route: key → allowance → permission → strict parse of path, query and body → query or command → JSON.
 * A POST with an Idempotency-Key happens once. Errors leave as application/problem+json. */
export function route<Query extends z.ZodObject, Body extends z.ZodType | null, Answer extends z.ZodType>(
  operation: Operation<Query, Body, Answer>,
  run: (
    ctx: Ctx,
    asked: Asked<z.output<Query>, Body extends z.ZodType ? z.output<Body> : undefined>,
  ) => Promise<z.input<Answer> | Tagged<z.input<Answer>>>,
) {
  const { method, permission, path, query, body: schema, bodyType } = operation;
  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    let allowance: Record<string, string> = {};
    try {
      const ctx = await keyContext(request);
      allowance = await takeRequest(ctx, method === "GET" ? "read" : "write");
      await authorize(ctx, permission);
      const bytes = method === "GET" ? Buffer.alloc(0) : await readBody(request, operation.maxBytes ?? MAX_BYTES);
      const answered = async () => {
        try {
          const asked = {
            query: parseInput(query, queryOf(url.searchParams)) as z.output<Query>,
            body: schema && !bodyType ? parseInput(schema, parseJson(bytes)) : undefined,
            params: pathParams(path, url.pathname),
            ...{ request, bytes },
          };
          return respond(await run(ctx, asked as Parameters<typeof run>[1]));
        } catch (error) {
          return problem(error, url.pathname);
        }
      };
      const response = method === "POST" ? await once(ctx, request, bytes, answered) : await answered();
      for (const [name, value] of Object.entries(allowance)) response.headers.set(name, value);
      return response;
    } catch (error) {
      const response = problem(error, url.pathname);
      for (const [name, value] of Object.entries(allowance)) response.headers.set(name, value);
      return response;
    }
  };
}

function respond(result: unknown): Response {
  const tagged = result instanceof Tagged ? result : null;
  const headers: Record<string, string> = {
    "cache-control": "private, no-store",
    ...(tagged && { etag: tagged.etag }),
  };
  return Response.json(tagged ? tagged.answer : result, { headers });
}

/** The parameters of an address; one that is given twice is refused. */
function queryOf(params: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of params) {
    if (Object.hasOwn(query, name))
      throw new AppError("invalid", `${name} is given twice.`, { [name]: "is given twice" });
    query[name] = value;
  }
  return query;
}
