import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/server/log";

const CONNECTION = /^(08|57P|53)|^ECONN|^ETIMEDOUT|^EPIPE/;
/** Waited for what somebody else is writing, in vain: nothing is wrong, and the same may be tried again. */
const BUSY = /^(55P03|40P01|40001)$/;

/** An error as people may see it: an AppError as it is, a lost or busy database as "unavailable", and everything else logged under
 * an id that is all they get to see of it. */
export function presentable(error: unknown, where: string): AppError & { id?: string } {
  if (error instanceof AppError) return error;
  const id = randomUUID().slice(0, 8);
  log.error("request.failed", { id, where, error });
  const code = codeOf(error);
  if (CONNECTION.test(code)) return withId("unavailable", "The database does not answer. Try again in a moment.", id);
  if (BUSY.test(code))
    return withId("unavailable", "Scores are being written right now. Nothing was saved: try again in a moment.", id);
  return withId("unexpected", `Something went wrong on our side (${id}).`, id);
}

function withId(kind: AppError["kind"], message: string, id: string) {
  return Object.assign(new AppError(kind, message), { id });
}

/** Drizzle wraps the driver's error; the code is the innermost one's. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return cause ? codeOf(cause) : String(code ?? "");
}
