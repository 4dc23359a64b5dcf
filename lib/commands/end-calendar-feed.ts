import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const EndCalendarFeed = z.strictObject({});

/** Ends a person's calendar feed: its address is worth nothing from the next request on. */
export async function endCalendarFeed(ctx: Ctx): Promise<void> {
  await authorize(ctx, "self:write");
  const { actor } = ctx;
  if (actor.kind !== "person") throw new AppError("forbidden", "Only people have a calendar.");
  await withTransaction(ctx, async ({ tx }) => {
    await tx.execute(sql`update preferences set ical_token = null where person_id = ${actor.personId}`);
    await emitAudit(ctx, tx, { entry: "calendar.ended" });
  });
}
