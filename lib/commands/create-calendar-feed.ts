import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import { feedHash, newFeedToken } from "@/lib/server/calendar-feed";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

export const CreateCalendarFeed = z.strictObject({});

/** Makes the address of a person's calendar feed, shown once; an earlier one ends with it. */
export async function createCalendarFeed(ctx: Ctx): Promise<{ token: string }> {
  await authorize(ctx, "self:write");
  const { actor } = ctx;
  if (actor.kind !== "person") throw new AppError("forbidden", "Only people have a calendar.");
  const token = newFeedToken();
  await withTransaction(ctx, async ({ tx }) => {
    await tx.execute(sql`
      insert into preferences (person_id, ical_token) values (${actor.personId}, ${feedHash(token)})
      on conflict (person_id) do update set ical_token = excluded.ical_token`);
    await emitAudit(ctx, tx, { entry: "calendar.opened" });
  });
  return { token };
}
