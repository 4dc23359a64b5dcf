import "server-only";
import type { Decision } from "@/lib/core/validation/cohort";
import type { Ctx } from "@/lib/server/context";
import { type Asked, openPast } from "./open-past";

/** Every decision so far, once, oldest first, with what was said of the account so many days before it: as it was known then
 * (published, else replayed), or by a version of the model. Nothing of a later day enters. */
export async function listDecisionsBefore(ctx: Ctx, asked: Asked): Promise<Decision[]> {
  const [decisions] = await openPast(ctx)([asked]);
  return decisions ?? [];
}
