import "server-only";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/server/context";

/** In which zone the day begins, and whether there is a model to compute with. */
export async function getRunSchedule(ctx: Ctx): Promise<{ timeZone: string; hasModel: boolean }> {
  const { rows } = await ctx.db.execute<{ timeZone: string; hasModel: boolean }>(
    sql`select time_zone as "timeZone", exists (select from model_versions) as "hasModel" from settings`,
  );
  return rows[0] ?? { timeZone: "UTC", hasModel: false };
}
