import "server-only";
import type { z } from "zod";
import type { Permission } from "@/lib/core/access";

/** One operation of the API: what its route parses by, what its answer is, and how the reference tells of it. */
export interface Operation<
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType = z.ZodType,
> {
  id: string;
  tag: string;
  method: "GET" | "POST" | "PUT" | "PATCH";
  /** Under /api/v1, with its parameters in braces: "/accounts/{id}/score". */
  path: `/${string}`;
  permission: Permission;
  summary: string;
  description?: string;
  query: Query;
  body: Body;
  /** What the body is where it is not JSON. */
  bodyType?: string;
  answer: Answer;
  /** The answer carries an ETag, and a change takes it as If-Match. */
  hasETag?: true;
  /** The longest body in bytes. */
  maxBytes?: number;
  /** A body for the reference, in JSON. */
  example?: unknown;
}

const ROOT = "/api/v1";

/** The parameters of a path, each decoded once: "/accounts/{id}" of "/api/v1/accounts/a%2F1" → {id: "a/1"}. */
export function pathParams(template: string, pathname: string): Record<string, string> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const pattern = template
    .split(/\{\w+\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("([^/]+?)");
  const steps = pathname.replaceAll(/%3A/gi, ":");
  const [, ...values] = new RegExp(`^${ROOT}${pattern}/?$`).exec(steps) ?? [];
  return Object.fromEntries(names.map((name, i) => [name, decoded(values[i] ?? "")]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
