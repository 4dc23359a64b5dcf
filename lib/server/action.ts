import "server-only";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { AppError, type ErrorKind, invalidInput } from "@/lib/errors";
import type { Ctx } from "@/lib/server/context";
import { env } from "@/lib/server/env";
import { presentable } from "@/lib/server/presentable";
import { isSameOrigin } from "@/lib/server/same-origin";
import { findViewerContext } from "@/lib/server/viewer-context";

/** What the browser gets: the command's result, or an error whose text is written for people. */
export type ActionResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; kind: ErrorKind; message: string; fields: Readonly<Record<string, string>> };

interface Options<Input> {
  /** Addresses whose pages the change makes stale. */
  revalidate?: readonly string[] | ((input: Input) => readonly string[]);
  /** Who asks; the signed-in person unless said otherwise (a one-time link is honoured without one). Where the session has
   * ended, that is the answer, and not another page: the words of a form stay. */
  context?: () => Promise<Ctx>;
}

async function signedIn(): Promise<Ctx> {
  const ctx = await findViewerContext();
  if (!ctx) throw new AppError("unauthenticated", "You were signed out. Sign in in another tab, then press again.");
  return ctx;
}

/** Declares a server action around a command: origin → session → strict parse → command → revalidate → result. */
export function action<Schema extends z.ZodType, Value>(
  schema: Schema,
  command: (ctx: Ctx, input: z.output<Schema>) => Promise<Value>,
  { revalidate = [], context = signedIn }: Options<z.output<Schema>> = {},
): (input: z.input<Schema>) => Promise<ActionResult<Value>> {
  return async (input) => {
    try {
      if (!isSameOrigin((await headers()).get("origin"), env("NEXTAUTH_URL")))
        throw new AppError("forbidden", `Open this installation at ${env("NEXTAUTH_URL")} and try again.`);
      const ctx = await context();
      const parsed = schema.safeParse(input);
      if (!parsed.success) throw invalidInput(parsed.error);
      const value = await command(ctx, parsed.data);
      for (const path of typeof revalidate === "function" ? revalidate(parsed.data) : revalidate) revalidatePath(path);
      return { ok: true, value };
    } catch (error) {
      unstable_rethrow(error);
      const { kind, message, fields } = presentable(error, command.name);
      return { ok: false, kind, message, fields };
    }
  };
}
