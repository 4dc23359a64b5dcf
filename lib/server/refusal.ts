import "server-only";
import { AppError } from "@/lib/errors";

/** Refusals that only programs meet, each with a status of its own. */
export const REFUSALS = {
  too_large: { status: 413, title: "The body is too long" },
  precondition: { status: 412, title: "It has changed meanwhile" },
  rate_limited: { status: 429, title: "Too many requests" },
} as const;

interface More {
  /** Members beside the usual ones, such as both versions of what conflicts. */
  members?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** An error that leaves the API with a status of its own. */
export class Refusal extends AppError {
  constructor(
    readonly refusal: keyof typeof REFUSALS,
    message: string,
    readonly more: More = {},
  ) {
    super("conflict", message);
  }
}
