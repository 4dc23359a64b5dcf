import type { FieldRow } from "@/components/developers/field-table";
import type { OperationWords } from "@/components/developers/operation-card";
import { bodySchemaOf, jsonSchema, parametersOf, scopeOf } from "@/lib/api/openapi";
import { OPERATIONS } from "@/lib/api/operations";
import type { Operation } from "@/lib/server/operation";

type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
};

const PATH_WORDS: Record<string, string> = {
  id: "The account's id in its source, or its slug; of an import, its number.",
  period: "A month: 2026-11.",
};

/** The operations of the reference by their tag, in words. */
export function operationsByTag(origin: string): { tag: string; operations: OperationWords[] }[] {
  const tags = [...new Set(OPERATIONS.map(({ tag }) => tag))];
  return tags.map((tag) => ({
    tag,
    operations: OPERATIONS.filter((operation) => operation.tag === tag).map((operation) => inWords(operation, origin)),
  }));
}

function inWords(operation: Operation, origin: string): OperationWords {
  const body = bodySchemaOf(operation) as Schema | null;
  const rows = operation.path.endsWith(":batch") ? body?.properties?.rows?.items : null;
  const parameters = parametersOf(operation).map(({ name, required, schema, description }) => ({
    name: String(name),
    type: typeOf(schema as Schema),
    isRequired: Boolean(required),
    words: String(description ?? PATH_WORDS[String(name)] ?? ""),
  }));
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    scope: scopeOf(operation),
    summary: operation.summary,
    description: operation.description ?? null,
    parameters,
    body: fieldsOf(rows?.properties ? rows : body),
    answer: fieldsOf(jsonSchema(operation.answer, "output") as Schema).map((row) => ({ ...row, isRequired: false })),
    curl: curlOf(operation, origin),
  };
}

function fieldsOf(schema: Schema | null): FieldRow[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => {
    const row = {
      name,
      type: typeOf(field),
      isRequired: schema?.required?.includes(name) ?? false,
      words: field.description ?? "",
    };
    // What a list holds is told under the list.
    const inside = field.items?.properties ? fieldsOf(field.items) : [];
    return [row, ...inside.map((each) => ({ ...each, name: `${name}[].${each.name}`, isRequired: false }))];
  });
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map(String).join(" | ");
  if (schema.const !== undefined) return String(schema.const);
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(" | ");
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  return [schema.format ?? schema.type ?? "anything"].flat().join(" | ");
}

function curlOf({ method, path, example, body, bodyType, query }: Operation, origin: string): string {
  const needed = (jsonSchema(query, "input") as Schema).required ?? [];
  const days = needed
    .map((name, i) => (name === "file_name" ? "file_name=usage.csv" : `${name}=2026-${i === 0 ? "08-31" : "11-30"}`))
    .join("&");
  const address = `${origin}/api/v1${path.replace("{id}", "a-1").replace("{period}", "2026-11")}${days && `?${days}`}`;
  const lines = [`curl -H "authorization: Bearer $KEY" "${address}"`];
  if (method !== "GET") lines[0] = `curl -X ${method} -H "authorization: Bearer $KEY" "${address}"`;
  if (bodyType) lines.push(`  -H "content-type: ${bodyType}" --data-binary @usage.csv`);
  else if (body) lines.push(`  -H "content-type: application/json" -d '${JSON.stringify(example)}'`);
  return lines.join(" \\\n");
}
