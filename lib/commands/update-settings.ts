import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { people, settings } from "@/db/schema";
import { isDay } from "@/lib/core/calendar";
import { PLAYS } from "@/lib/core/playbook/plays";
import { AppError } from "@/lib/errors";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const timeZones = new Set(Intl.supportedValuesOf("timeZone")).add("UTC");

export const UpdateSettings = z.strictObject({
  name: z.string().trim().min(1, "The installation needs a name.").max(80).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "must be a currency code such as USD")
    .optional(),
  timeZone: z
    .string()
    .refine((zone) => timeZones.has(zone), "must be a time zone such as Europe/Berlin")
    .optional(),
  fiscalStartMonth: z.number().int().min(1).max(12).optional(),
  /** Holds "today" for data that ends in the past; null lets the calendar run again. */
  todayFixed: z.string().refine(isDay, "must be a date, YYYY-MM-DD").nullable().optional(),
  visibility: z.enum(["all", "own"]).optional(),
  hideMeasured: z.boolean().optional(),
  /** Who answers for plans whose cause is a product issue. */
  productOwnerId: z.int().positive().nullable().optional(),
  /** Plays that hold out a random half: low-touch ones only. */
  heldOutPlays: z
    .array(
      z.enum(
        PLAYS.filter(({ lowTouch }) => lowTouch).map(({ key }) => key),
        "Only a low-touch play may hold out a half.",
      ),
    )
    .optional(),
});

/** Changes the installation's settings; what is not named stays. */
export async function updateSettings(ctx: Ctx, changes: z.output<typeof UpdateSettings>): Promise<void> {
  await authorize(ctx, "settings:write");
  if (Object.keys(changes).length === 0) return;
  await withTransaction(ctx, async ({ tx }) => {
    if (changes.productOwnerId) await assertActive(tx, changes.productOwnerId);
    const [before] = await tx.select().from(settings).where(eq(settings.id, 1)).for("update");
    await tx.update(settings).set(changes).where(eq(settings.id, 1));
    const old = Object.fromEntries(Object.keys(changes).map((key) => [key, before?.[key as keyof typeof before]]));
    await emitAudit(ctx, tx, { entry: "settings.changed", before: old, after: changes });
  });
}

async function assertActive(tx: Database, personId: number): Promise<void> {
  const [person] = await tx.select({ status: people.status }).from(people).where(eq(people.id, personId));
  if (person?.status !== "active") throw new AppError("invalid", "Product issues go to somebody who may sign in.");
}
