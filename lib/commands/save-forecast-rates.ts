import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema";
import { emitAudit } from "@/lib/server/audit";
import { authorize } from "@/lib/server/authorize";
import type { Ctx } from "@/lib/server/context";
import { withTransaction } from "@/lib/server/transaction";

const rate = z.number().min(0, "A rate is 0 to 100%.").max(1, "A rate is 0 to 100%.");

/** Null: no rates are assumed. */
export const SaveForecastRates = z.strictObject({
  rates: z.strictObject({ red: rate, yellow: rate, green: rate }).nullable(),
});

/** Changes the renewal rates by band that the forecast assumes until health is calibrated on outcomes. */
export async function saveForecastRates(ctx: Ctx, { rates }: z.output<typeof SaveForecastRates>): Promise<void> {
  await authorize(ctx, "settings:write");
  await withTransaction(ctx, async ({ tx }) => {
    const [before] = await tx
      .select({ rates: settings.forecastRates })
      .from(settings)
      .where(eq(settings.id, 1))
      .for("update");
    await tx.update(settings).set({ forecastRates: rates }).where(eq(settings.id, 1));
    await emitAudit(ctx, tx, { entry: "forecast.rates_changed", before: before?.rates ?? null, after: rates });
  });
}
