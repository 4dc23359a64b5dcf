import { z } from "zod";
import { PERMISSIONS } from "@/lib/core/access";
import type { Operation } from "@/lib/server/operation";
import { batchOperations } from "./batches";
import { OPERATIONS } from "./operations";

type Json = Record<string, unknown>;

/** A schema as JSON Schema; what only code can check is left to the description. */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

/** The scope that an operation asks of a key. */
export function scopeOf({ permission }: Operation): string {
  const rule: object = PERMISSIONS[permission];
  return "key" in rule ? String(rule.key) : "none";
}

/** The parameters of an operation's address, those of the path first. */
export function parametersOf({ path, query }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const { properties = {}, required = [] } = jsonSchema(query, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: "query", required: required.includes(name), schema },
    ...(description ? { description } : {}),
  }));
  return [...inPath, ...inQuery];
}

const HEADERS = {
  "Idempotency-Key": "The same request under the same key happens once and answers the same for 24 hours.",
  "If-Match": "The ETag that the change was made on; 412 where it is another by now.",
};
const header = (name: keyof typeof HEADERS) => ({
  ...{ name, in: "header", required: false, description: HEADERS[name], schema: { type: "string" } },
});

/** The JSON body of an operation: a batch's rows have the columns of their table. */
export function bodySchemaOf(operation: Operation): Json | null {
  if (!operation.body) return null;
  const batch = batchOperations.find(({ id }) => id === operation.id);
  const body = jsonSchema(operation.body, "input");
  if (!batch) return body;
  const { properties } = body as { properties: { rows: Json } };
  return { ...body, properties: { rows: { ...properties.rows, items: jsonSchema(batch.row, "input") } } };
}

function operationObject(operation: Operation): Json {
  const { id, tag, method, summary, description, answer, hasETag, bodyType, example } = operation;
  const body = bodySchemaOf(operation);
  const content = body && { [bodyType ?? "application/json"]: { schema: body, ...(example ? { example } : {}) } };
  const headers = [
    ...(method === "POST" ? [header("Idempotency-Key")] : []),
    ...(hasETag && method !== "GET" ? [header("If-Match")] : []),
  ];
  const problems = [
    "401",
    "403",
    "422",
    "429",
    ...(operation.path.includes("{") ? ["404"] : []),
    ...(headers.length > 0 ? ["409"] : []),
  ];
  if (hasETag && method !== "GET") problems.push("412");
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    "x-scope": scopeOf(operation),
    parameters: [...parametersOf(operation), ...headers],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      "200": {
        description: "Done.",
        ...(hasETag ? { headers: { ETag: { schema: { type: "string" } } } } : {}),
        content: { "application/json": { schema: jsonSchema(answer, "output") } },
      },
      ...Object.fromEntries(problems.sort().map((status) => [status, { $ref: "#/components/responses/Problem" }])),
    },
  };
}

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "detail", "instance"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    instance: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "detail"],
        properties: { index: { type: "integer" }, field: { type: "string" }, detail: { type: "string" } },
      },
    },
  },
};

/** The OpenAPI 3.1 document of /api/v1, made of the schemas that its routes parse by. */
export function openApi(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationObject(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Bellwether",
      version: "1",
      description: "Accounts, their health and what it is made of; signals in.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "An API key: bw_live_…" } },
      responses: {
        Problem: { description: "RFC 9457", content: { "application/problem+json": { schema: PROBLEM } } },
      },
    },
  };
}
