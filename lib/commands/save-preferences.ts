import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { people, preferences } from "@/db/schema";
import { EVENT_KINDS, NoticeChoice } from "@/lib/core/notices/kinds";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time, HH:MM");

export const SavePreferences = z
  .strictObject({
    notices: z.partialRecord(z.enum(EVENT_KINDS), NoticeChoice),
    digest: z.enum(["daily", "weekly", "none"]),
    quietFrom: Clock.nullable(),
    quietUntil: Clock.nullable(),
    /** Null is the organisation's. */
    timeZone: z.string().refine(isTimeZone, "is no time zone").nullable(),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ["quietUntil"],
    error: "needs both a beginning and an end, or neither",
  });

/** Saves what the person wants to be told of, where and when. */
export async function savePreferences(ctx: Ctx, input: z.output<typeof SavePreferences>): Promise<void> {
  await authorize(ctx, "self:write");
  const { actor } = ctx;
  if (actor.kind !== "person") throw new AppError("forbidden", "Only people have preferences.");
  const { timeZone, ...chosen } = input;
  await withTransaction(ctx, async ({ tx }) => {
    const isOwn = sql`${preferences.personId} = ${actor.personId}`;
    const [before] = await tx.select().from(preferences).where(isOwn);
    await tx
      .insert(preferences)
      .values({ personId: actor.personId, ...chosen })
      .onConflictDoUpdate({ target: preferences.personId, set: chosen });
    await tx.update(people).set({ timeZone }).where(sql`${people.id} = ${actor.personId}`);
    const { notices, digest, quietFrom, quietUntil } = before ?? {};
    await emitAudit(ctx, tx, {
      entry: "preferences.saved",
      before: before && { notices, digest, quietFrom, quietUntil },
      after: input,
    });
  });
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
