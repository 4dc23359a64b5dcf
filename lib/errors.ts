import type { ZodError, ZodType } from "zod";

export type ErrorKind =
  | "unauthenticated"
  | "not_found"
  | "forbidden"
  | "invalid"
  | "conflict"
  | "unavailable"
  | "unexpected";

/** An error whose text is written for people. Every other error is logged with an id and replaced by it. */
export class AppError extends Error {
  override readonly name = "AppError";

  /** @param fields one message per input field, by its dotted path */
  constructor(
    readonly kind: ErrorKind,
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A refused input as an AppError that names each field once, by its dotted path ("" is the input as a whole). */
export function invalidInput(error: ZodError): AppError {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const paths =
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [...issue.path, key].join("."))
        : [issue.path.join(".")];
    for (const path of paths)
      fields[path] ??= issue.code === "unrecognized_keys" ? "is not a known field" : issue.message;
  }
  const summary = Object.entries(fields).map(([path, message]) => (path ? `${path}: ${message}` : message));
  return new AppError("invalid", summary.join("; "), fields, { cause: error });
}

/** Input read by its schema, or refused as an AppError that names each field. */
export function parseInput<Output>(schema: ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input);
  if (!result.success) throw invalidInput(result.error);
  return result.data;
}
