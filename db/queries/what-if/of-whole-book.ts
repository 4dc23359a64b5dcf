import "server-only";
import { sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";

/** Throws unless the actor may read the model and every account: columns of a book are given whole or not at all. */
export async function assertWholeBook(ctx: Ctx): Promise<void> {
  await authorize(ctx, "model:read");
  const { actor, db } = ctx;
  if (actor.kind !== "person" || actor.roles.includes("admin") || actor.roles.includes("viewer")) return;
  const { rows } = await db.execute<{ open: boolean }>(sql`select visibility = 'all' as open from settings`);
  if (!rows[0]?.open)
    throw new AppError("forbidden", "The what-if scores every account: it is for those who may read the whole book.");
}
